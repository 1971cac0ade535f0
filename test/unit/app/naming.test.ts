/** A name typed in one town never means anybody of another, whatever command it stands in. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameable } from '../../../src/app/nameable.ts';
import { personNamed } from '../../../src/app/people.ts';
import { Refusal } from '../../../src/domain/failure.ts';
import { families } from '../../../src/features/families.ts';
import { codeOf } from '../../../src/grammar/declaration.ts';
import type { Mention } from '../../../src/ports/inbound.ts';
import type { Tx } from '../../../src/ports/store.ts';
import {
  type Conversation,
  type Conversations,
  linesOf,
  openConversations,
  senderCalled,
} from '../../support/conversation.ts';

let conversations: Conversations;
let talk: Conversation;

beforeAll(async () => {
  conversations = await openConversations();
});
afterAll(() => conversations.close());

/** Two towns: `a-…` and `b-…`; `frei` takes part in neither. */
async function towns(): Promise<Conversation> {
  const said = await conversations.begin('2027-01-11T09:00', ['a-koordination', 'b-koordination']);
  for (const town of ['a', 'b']) {
    for (const name of ['vorsitz', 'leitung', 'mitglied']) await said.says(`${town}-${name}@irgendwo`, '/mitwirk');
    const koordination = `${town}-koordination@${town}-rat`;
    await said.says(koordination, `/prozess einrichten "Stadt ${town.toUpperCase()}" region BE`);
    await said.says(koordination, '/gruppe steuerung');
    await said.says(koordination, `/gruppe aufnehmen @${town}-vorsitz als Vorsitz`);
    await said.says(koordination, `/gruppe aufnehmen @${town}-mitglied`);
    await said.says(koordination, `/aufgabe neu Haushalt @${town}-mitglied`);
    await said.says(koordination, '/ergebnis entwurf Leitlinie "Sprache" Kurse für alle.');
    await said.says(koordination, '/ergebnis einreichen E-1');
    await said.says(koordination, '/beschluss öffnen E-1 bis 22.01.');
  }
  await said.says('frei@irgendwo', '/mitwirk');
  await said.heard();
  return said;
}

/** Who says it and what, with `?` where the person stands, and what comes of it for somebody of one's own. */
const LINES = {
  'task.add': ['a-koordination@a-rat', '/aufgabe neu Plakat @?', null],
  'task.assign': ['a-koordination@a-rat', '/aufgabe zuweisen A-1 @?', 'task.isAssigned'],
  'group.add': ['a-koordination@a-rat', '/gruppe aufnehmen @? als Leitung', null],
  'group.add of': ['a-koordination@a-rat', '/gruppe aufnehmen @frei als Vertretung von @?', null],
  'group.remove': ['a-koordination@a-rat', '/gruppe entfernen @?', null],
  'me.absent': ['a-vorsitz@dm', '/ich abwesend 12.01.–15.01. vertretung @?', null],
  'vote.recuse': ['a-vorsitz@a-rat', '/beschluss befangen B-1 @?', null],
  'vote.deputy': ['a-vorsitz@a-rat', '/beschluss vertretung B-1 @?', 'vote.noDeputy'],
  'vote.deputy of': ['a-vorsitz@a-rat', '/beschluss vertretung B-1 von @?', 'vote.noDeputy'],
} as const;

type Line = keyof typeof LINES;

const outcome = async (line: Line, name: string, mentions: readonly Mention[] = []) => {
  const [speaker, text] = LINES[line];
  const answer = await talk.hears(speaker, { kind: 'command', text: text.replace('?', name) }, { mentions });
  return { code: answer.refused?.code ?? null, words: linesOf(answer).replaceAll(name, '?') };
};

const pointedAt = (name: string): readonly Mention[] => [{ ...senderCalled(name), word: name }];

test('every command that takes a person is tried', () => {
  const commands = families.flatMap((family) => family.commands);
  const taking = commands.filter(({ args }) => Object.values(args).some(({ field }) => field === 'person'));

  expect(taking.map(codeOf).sort()).toEqual([...new Set(Object.keys(LINES).map((line) => line.split(' ')[0]))].sort());
});

describe.each(Object.keys(LINES) as Line[])('%s', (line) => {
  beforeAll(async () => {
    talk = await towns();
  });

  test('says the same of whoever is nobody, of another town and of another server', async () => {
    await talk.hears('ule.afar@irgendwo', { kind: 'command', text: '/mitwirk' });

    const nobody = await outcome(line, 'wersoll');

    expect(nobody.code).toBe('person.unknown');
    for (const foreign of ['b-mitglied', 'b-vorsitz', 'b-koordination', 'ule.afar']) {
      const { words, code } = await outcome(line, foreign);
      // Below the sentence stands what was typed, with carets as long as the name.
      expect([code, words.split('\n')[0]]).toEqual([nobody.code, nobody.words.split('\n')[0]]);
    }
    expect(await talk.heard()).toEqual([]);
  });

  test('reaches somebody of another town by mention at the most with a question', async () => {
    const stranger = await outcome(line, 'fremd.afar', pointedAt('fremd.afar'));
    const foreign = await outcome(line, 'b-mitglied', pointedAt('b-mitglied'));

    expect(foreign).toEqual(stranger);
    const told = (await talk.heard()).filter(({ to }) => to === 'dm/b-mitglied').map(({ text }) => text);
    if (line === 'group.add') {
      expect(foreign.code).toBeNull();
      expect(told).toEqual([expect.stringMatching(/^Möchten Sie mitmachen\?/)]);
      expect(told.join()).not.toContain('Haushalt');
    } else {
      expect(foreign.code).not.toBeNull();
      expect(told).toEqual([]);
    }
    expect(await talk.says('a-koordination@a-rat', '/gruppe')).not.toContain('b-mitglied');
  });

  test('takes somebody of one’s own', async () => {
    expect((await outcome(line, 'a-mitglied')).code).toBe(LINES[line][2]);
  });
});

test('nobody is shut out of their direct chat by what is done elsewhere', async () => {
  talk = await towns();

  await talk.hears(
    'a-koordination@a-rat',
    { kind: 'command', text: '/gruppe aufnehmen @b-mitglied' },
    {
      mentions: pointedAt('b-mitglied'),
    },
  );

  expect(await talk.says('b-mitglied@dm', '/aufgabe liste')).toContain('Haushalt');
  expect(await talk.says('b-mitglied@dm', '/ich')).not.toContain('Stadt A');
});

test('who lives in the process is meant rather than who only lives in the place, and two of them are asked about', async () => {
  talk = await towns();
  const twin = (externalId: string) => ({ ...senderCalled(externalId), handle: 'zwilling', name: 'Zwilling' });
  const known = (externalId: string) =>
    talk.hears(
      'a-koordination@a-rat',
      { kind: 'command', text: '/gruppe aufnehmen @x' },
      {
        mentions: [{ ...twin(externalId), word: 'x' }],
      },
    );
  await known('z1');
  await talk.store.transaction((tx) => tx.people.ensure({ platform: 'local', ...twin('z2') }, 'Zwilling'));

  expect((await outcome('group.remove', 'zwilling')).code).toBeNull();
  await known('z1');
  await known('z2');
  expect((await outcome('group.remove', 'zwilling')).code).toBe('person.ambiguous');
});

test('nobody is offered whom a name could not mean', async () => {
  talk = await towns();
  await talk.says('ule.afar@irgendwo', '/mitwirk');
  const offered = (person: string, room: string) =>
    nameable(talk.store, { platform: 'local', origin: 'local', person, room });

  for (const [person, room] of [
    ['a-koordination', 'a-rat'],
    ['a-vorsitz', 'dm/a-vorsitz'],
    ['b-vorsitz', 'a-rat'],
  ] as const) {
    const there = await offered(person, room);
    expect(there).toEqual(expect.arrayContaining(['a-koordination', 'a-mitglied', 'a-vorsitz', 'frei']));
    for (const foreign of ['b-koordination', 'b-mitglied', 'b-vorsitz', 'ule.afar'])
      expect(there).not.toContain(foreign);
  }
  expect(await offered('frei', 'irgendwo')).toEqual(expect.not.arrayContaining(['a-mitglied']));
  expect(await offered('niemand', 'nirgends')).not.toContain('a-mitglied');
});

test('whoever was let into a room of the process can be named there', async () => {
  talk = await towns();

  await talk.says('b-mitglied@a-rat', '/aufgabe liste');

  expect((await outcome('group.add', 'b-mitglied')).code).toBeNull();
  expect((await talk.heard()).map(({ to }) => to)).toContain('dm/b-mitglied');
  expect(await talk.says('a-koordination@a-rat', '/gruppe')).not.toContain('b-mitglied');
});

describe('somebody in the room whose name was typed', () => {
  const typed = (name: string): readonly Mention[] => [{ ...senderCalled(name), word: 'neu', typed: true }];

  beforeEach(async () => {
    talk = await towns();
  });

  test('is known by it, if they are at home in the place and take part nowhere', async () => {
    expect((await outcome('group.add', 'neu', typed('neuling'))).code).toBeNull();
    expect(await talk.says('a-koordination@a-rat', '/gruppe')).toContain('neuling');
  });

  test.each(['fremd.afar', 'b-mitglied'])('is not, when it is %s', async (name) => {
    expect((await outcome('group.add', 'neu', typed(name))).code).toBe('person.unknown');
  });

  test('is asked about when there are two of them', async () => {
    const code = (await outcome('group.add', 'neu', [...typed('eins'), ...typed('zwei')])).code;

    expect(code).toBe('person.ambiguous');
  });
});

describe('for any two towns', () => {
  const NAMES = ['ule', 'Ule', 'anna', 'bert', 'Änne'] as const;
  const person = fc.record({
    handle: fc.constantFrom(...NAMES),
    name: fc.constantFrom(...NAMES),
    origin: fc.constantFrom('here', 'afar'),
    part: fc.array(fc.constantFrom('a-member', 'a-coordinator', 'a-guest', 'b-member', 'b-coordinator', 'b-guest'), {
      maxLength: 3,
    }),
  });

  test('no name typed in one means a person of the other alone, or of another server', async () => {
    const { store } = await towns();
    await fc.assert(
      fc.asyncProperty(fc.array(person, { maxLength: 8 }), async (people) => {
        await store.transaction((tx) => check(tx, people)).catch(rolledBack);
      }),
      { numRuns: 60 },
    );
  });

  const UNDO = new Error('only tried');
  const rolledBack = (error: unknown) => {
    if (error !== UNDO) throw error;
  };

  async function check(tx: Tx, people: readonly (typeof person extends fc.Arbitrary<infer T> ? T : never)[]) {
    const [a, b] = await tx.processes.active();
    if (!a || !b) throw new Error('There are no two towns');
    const group = { a: (await tx.groups.ofProcess(a.id))[0], b: (await tx.groups.ofProcess(b.id))[0] };
    const as = { role: 'member', deputyOf: null, kind: null, organisation: null } as const;
    const made = [];
    for (const [index, { handle, name, origin, part }] of people.entries()) {
      const identity = { platform: 'chat', externalId: `p${index}`, origin, handle };
      const { id } = await tx.people.ensure(identity, name);
      for (const one of part) {
        const town = one.startsWith('a') ? 'a' : 'b';
        const process = town === 'a' ? a : b;
        const groupId = group[town]?.id;
        if (one.endsWith('member') && groupId) await tx.groups.setMember({ groupId, personId: id, ...as });
        if (one.endsWith('coordinator')) await tx.processes.addCoordinator(process.id, id);
        if (one.endsWith('guest')) await tx.processes.welcome(process.id, id);
      }
      made.push({ id, origin, towns: new Set(part.map((one) => one[0])) });
    }
    for (const [process, own] of [
      [a.id, 'a'],
      [b.id, 'b'],
      [null, ''],
    ] as const) {
      for (const name of NAMES) {
        const place = { platform: 'chat', origin: 'here', process };
        const found = await personNamed(tx, place, name).catch((error: unknown) => {
          if (error instanceof Refusal) return null;
          throw error;
        });
        const who = made.find(({ id }) => id === found?.id);
        if (!who || who.towns.has(own)) continue;
        expect(who).toMatchObject({ origin: 'here' });
        expect(who.towns.size).toBe(0);
      }
    }
    throw UNDO;
  }
});
