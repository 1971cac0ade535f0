/** Two accounts become one person when both confirm and, where rights are at stake, somebody else agrees. */
import { expect, test } from '@jest/globals';
import { inLinkingTown } from '../../../support/linkingTown.ts';

const town = inLinkingTown();

test('takes both confirmations and, of somebody with rights, the word of another', async () => {
  const { typed } = await town().offer('slack:vorsitz', 'matrix:vorsitz');
  expect(typed).toContain('Konto: vorsitz');

  expect(await town().areOne('slack:vorsitz', 'matrix:vorsitz')).toBe(false);
  await town().talk.presses('matrix:vorsitz@dm', 'Bestätigen');
  expect(await town().areOne('slack:vorsitz', 'matrix:vorsitz')).toBe(false);
  await town().talk.presses('slack:vorsitz@dm', 'Bestätigen');
  expect(await town().areOne('slack:vorsitz', 'matrix:vorsitz')).toBe(false);
  await town().talk.presses('slack:koordination@dm', 'Zustimmen');
  expect(await town().areOne('slack:vorsitz', 'matrix:vorsitz')).toBe(true);
});

test('tells both accounts and the coordination, each where they are, with the way back', async () => {
  await town().link('slack:mitglied', 'matrix:mitglied');

  const linked = (await town().talk.heard()).filter(({ text }) => text.startsWith('Zwei Konten sind verknüpft'));
  expect(linked.map(({ to }) => to).sort()).toEqual([
    'matrix:dm/mitglied',
    'slack:dm/koordination',
    'slack:dm/mitglied',
  ]);
  for (const { text, ping } of linked) {
    expect(text).toContain('[Verknüpfung lösen]');
    expect(ping).toBe(true);
  }
});

test('needs nobody else where no more than a member’s word is at stake', async () => {
  await town().link('slack:mitglied', 'matrix:mitglied');

  expect(await town().areOne('slack:mitglied', 'matrix:mitglied')).toBe(true);
});

test('is agreed to by the chair where the only coordinator wants it, and the first answer counts', async () => {
  await town().offerAndConfirm('slack:koordination', 'matrix:koordination');
  const command = await town().talk.commandOf('slack:vorsitz@dm', 'Zustimmen');
  await town().talk.presses('slack:vorsitz@dm', 'Ablehnen');

  expect(await town().talk.says('slack:vorsitz@dm', command)).toContain('nichts zu bestätigen');
  expect(await town().areOne('slack:koordination', 'matrix:koordination')).toBe(false);
  const told = (await town().talk.heard()).filter(({ text }) => text.includes('wurde abgelehnt'));
  expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining(['slack:dm/koordination', 'matrix:dm/koordination']));
});

test('of two members of one group leaves one membership, with the weightier role and what is known', async () => {
  await town().give('matrix:eins', 'working', 'lead');
  await town().give('slack:eins', 'working', 'expert');
  await town().link('slack:eins', 'matrix:eins', 'slack:koordination');

  const person = await town().idOf('slack:eins');
  const members = await town().talk.store.transaction(async (tx) => {
    const [process] = await tx.processes.active();
    const group = process && (await tx.groups.ofProcess(process.id)).find(({ kind }) => kind === 'working');
    return group ? tx.groups.members(group.id) : [];
  });
  expect(members.filter(({ personId }) => personId === person).map(({ role }) => role)).toEqual(['lead']);
});

test('stands in the log by platforms and tokens, without a name, and the log stays sound', async () => {
  await town().link('slack:vorsitz', 'matrix:vorsitz', 'slack:koordination');
  await town().undo('matrix:vorsitz');

  const { entries, check } = await town().audited();
  expect(check.ok).toBe(true);
  const about = entries.filter(({ action }) => action.startsWith('person.'));
  expect(about.map(({ action }) => action)).toEqual([
    'person.linkConfirm',
    'person.linkConfirm',
    'person.linkAsk',
    'person.linkAgree',
    'person.link',
    'person.unlink',
  ]);
  for (const { data } of about) {
    expect(Object.keys(data).sort()).toEqual(['other', 'otherPlatform', 'person', 'platform']);
    expect(JSON.stringify(data)).not.toContain('vorsitz');
    expect([data.platform, data.otherPlatform].sort()).toEqual(['matrix', 'slack']);
  }
});

test('a new display name of the linked account renames nobody else', async () => {
  await town().link('slack:mitglied', 'matrix:mitglied');
  const person = await town().idOf('slack:mitglied');
  await town().talk.store.transaction((tx) =>
    tx.people.ensure({ platform: 'matrix', externalId: 'mitglied', origin: 'matrix', handle: 'mitglied' }, 'Vorsitz'),
  );

  const name = await town().talk.store.transaction(async (tx) =>
    person ? (await tx.people.byId(person))?.name : null,
  );
  expect(name).toBe('mitglied');
});

test('whoever is forgotten is forgotten with everything they were', async () => {
  await town().link('slack:mitglied', 'matrix:mitglied');
  const person = await town().idOf('slack:mitglied');

  await town().say('matrix:mitglied@dm', 'ich löschen bestätigen');

  const people = await town().talk.store.transaction((tx) =>
    tx.people.byIds(Array.from({ length: 12 }, (_, index) => (index + 1) as never)),
  );
  expect(await town().idOf('slack:mitglied')).toBeUndefined();
  expect(await town().idOf('matrix:mitglied')).toBeUndefined();
  expect(people.filter(({ erasedAt }) => erasedAt !== null)).toHaveLength(2);
  expect(people.find(({ id }) => id === person)?.name).toBe('');
  expect((await town().audited()).check.ok).toBe(true);
});
