/** Two accounts become one person: agreed on both sides, with one membership and one ballot. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { verifyChain } from '../../../../src/domain/auditChain.ts';
import { type Conversation, type Conversations, openConversations } from '../../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

beforeAll(async () => {
  conversations = await openConversations();
});
afterAll(() => conversations.close());

beforeEach(async () => {
  talk = await conversations.begin('2027-01-11T09:00');
  await says('koordination@steuerung', '/prozess einrichten "Konzept" region BY-KATH', '/gruppe steuerung');
  for (const name of ['vorsitz', 'eins', 'zwei', 'drei']) await says(`${name}@dm`, 'hilfe');
  await says(
    'koordination@steuerung',
    '/gruppe aufnehmen @vorsitz als Vorsitz',
    '/gruppe aufnehmen @eins art Verwaltung',
    '/gruppe aufnehmen @drei',
  );
});

async function says(who: string, ...lines: readonly string[]): Promise<string> {
  let answer = '';
  for (const line of lines) answer = await talk.says(who, line);
  return answer;
}

async function codeFor(who: string): Promise<string> {
  return /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await says(`${who}@dm`, 'ich verknüpfen'))?.[0] ?? 'none';
}

async function link(first: string, second: string): Promise<string> {
  const code = await codeFor(first);
  await says(`${second}@dm`, `ich verknüpfen ${code.toLowerCase()}`);
  return says(`${first}@dm`, 'ich verknüpfen bestätigen');
}

async function idOf(name: string) {
  return talk.store.transaction(async (tx) => (await tx.people.byIdentity('local', name))?.id);
}

test('asked on one side, answered on the other, confirmed on the first: then both are one person', async () => {
  await says('zwei@dm', 'sprache');
  const before = await idOf('eins');

  expect(await link('zwei', 'eins')).toContain('jetzt eine Person');

  expect(await idOf('eins')).toBe(before);
  expect(await idOf('zwei')).toBe(before);
  const memberships = await talk.store.transaction(async (tx) => {
    const [process] = await tx.processes.active();
    const [group] = process ? await tx.groups.ofProcess(process.id) : [];
    return group ? tx.groups.members(group.id) : [];
  });
  expect(memberships.filter(({ personId }) => personId === before)).toHaveLength(1);
  expect(memberships.find(({ personId }) => personId === before)).toMatchObject({ kind: 'administration' });
});

test('the audit log tells of it by tokens and stays sound', async () => {
  await link('eins', 'zwei');

  await talk.store.transaction(async (tx) => {
    const [process] = await tx.processes.active();
    if (!process) throw new Error('no process');
    const entries = await tx.audit.entries(process.id);
    expect(entries.at(-1)).toMatchObject({ action: 'person.link' });
    expect(verifyChain(process.id, entries, await tx.audit.head(process.id)).ok).toBe(true);
  });
});

describe('it is refused', () => {
  test('where others can read the code', async () => {
    expect(await says('eins@steuerung', '/ich verknüpfen')).toContain('unter vier Augen');
  });

  test('with a code that is wrong, too old, one’s own, or taken', async () => {
    const code = await codeFor('eins');

    expect(await says('zwei@dm', 'ich verknüpfen ABCD-EFGH')).toContain('kenne ich nicht');
    expect(await says('eins@dm', `ich verknüpfen ${code}`)).toContain('selbst bekommen');
    await says('zwei@dm', `ich verknüpfen ${code}`);
    expect(await says('drei@dm', `ich verknüpfen ${code}`)).toContain('kenne ich nicht');
    await talk.moveTo('2027-01-11T09:16');
    expect(await says('zwei@dm', `ich verknüpfen ${code}`)).toContain('kenne ich nicht');
    expect(await says('eins@dm', 'ich verknüpfen bestätigen')).toContain('nichts zu bestätigen');
  });

  test('by the side that answered: only the one that asked confirms', async () => {
    const code = await codeFor('eins');
    await says('zwei@dm', `ich verknüpfen ${code}`);

    expect(await says('zwei@dm', 'ich verknüpfen bestätigen')).toContain('nichts zu bestätigen');
    expect(await idOf('eins')).not.toBe(await idOf('zwei'));
  });
});

describe('with a vote', () => {
  async function open(): Promise<void> {
    await says(
      'koordination@ag',
      '/gruppe neu "AG" feld Bildung',
      '/ergebnis entwurf Maßnahme "Kurs" Ein Kurs.',
      '/ergebnis einreichen E-1',
    );
    await says('vorsitz@steuerung', '/beschluss öffnen E-1 bis 29.01.');
  }

  test('one account’s seat becomes the person’s: the other account casts the same ballot', async () => {
    await open();
    await says('eins@steuerung', '/beschluss nein B-1');
    await link('eins', 'zwei');

    await says('zwei@dm', 'beschluss ja B-1');

    const { ballots, seats } = await talk.store.transaction(async (tx) => {
      const [process] = await tx.processes.active();
      const vote = process ? await tx.votes.byNumber(process.id, 1) : null;
      return vote
        ? { ballots: await tx.votes.ballots(vote.id), seats: await tx.votes.seats(vote.id) }
        : { ballots: [], seats: [] };
    });
    const person = await idOf('zwei');
    expect(seats.filter(({ holderId }) => holderId === person)).toHaveLength(1);
    expect(ballots.map(({ holderId, choice }) => [holderId, choice])).toEqual([
      [person, 'no'],
      [person, 'yes'],
    ]);
  });

  test('two seats in one open vote cannot become one, because its roll is fixed; afterwards they can', async () => {
    await open();

    expect(await link('eins', 'drei')).toContain('B-1');
    expect(await idOf('eins')).not.toBe(await idOf('drei'));

    await talk.moveTo('2027-02-01T09:00');
    expect(await link('eins', 'drei')).toContain('jetzt eine Person');
  });
});

test('whoever is forgotten is forgotten with everything they were', async () => {
  await link('eins', 'zwei');
  const person = await idOf('eins');

  await says('zwei@dm', 'ich löschen bestätigen');

  const people = await talk.store.transaction((tx) => tx.people.byIds([1, 2, 3, 4, 5, 6].map((id) => id as never)));
  expect(await idOf('eins')).toBeUndefined();
  expect(people.filter(({ erasedAt }) => erasedAt !== null)).toHaveLength(2);
  expect(people.find(({ id }) => id === person)?.name).toBe('');
});
