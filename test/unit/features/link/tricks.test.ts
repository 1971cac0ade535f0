/** Nobody acts in another’s name by what somebody was talked into typing or pressing. */
import { expect, test } from '@jest/globals';
import { inLinkingTown } from '../../../support/linkingTown.ts';

const town = inLinkingTown();

test('a stranger asks and the victim types: refused, and nothing happens', async () => {
  const before = (await town().audited()).entries.length;
  const code = await town().codeFor('matrix:fremd');

  expect(await town().say('slack:vorsitz@dm', `ich verknüpfen ${code}`)).toContain(
    'beginnen Sie auf dem Konto, das mehr darf',
  );

  expect(await town().talk.heard()).toEqual([]);
  expect((await town().audited()).entries).toHaveLength(before);
  expect(await town().areOne('slack:vorsitz', 'matrix:fremd')).toBe(false);
});

const OFFICES = {
  member: (account: string) => town().give(account, 'working', 'member'),
  lead: (account: string) => town().give(account, 'working', 'lead'),
  seat: (account: string) => town().give(account, 'steering', 'member'),
  coordinator: (account: string) => town().coordinate(account),
  chair: (account: string) => town().give(account, 'steering', 'chair'),
};

test.each([
  ['member', 'lead'],
  ['lead', 'seat'],
  ['seat', 'coordinator'],
  ['coordinator', 'chair'],
] as const)(
  'an account that is only %s links no account that is %s; the other way round it does',
  async (less, more) => {
    await OFFICES[less]('slack:weniger');
    await OFFICES[more]('matrix:mehr');
    const shownByLess = await town().codeFor('slack:weniger');
    expect(await town().say('matrix:mehr@dm', `ich verknüpfen ${shownByLess}`)).toContain('das mehr darf');

    const { typed } = await town().offer('matrix:mehr', 'slack:weniger');
    expect(typed).toContain('Gehört dieses Konto auch Ihnen?');
  },
);

test('a victim who confirms everything still gives no vote away without the word of another', async () => {
  const code = await town().codeFor('slack:vorsitz');
  await town().say('matrix:fremd@dm', `ich verknüpfen ${code}`);
  await town().talk.presses('matrix:fremd@dm', 'Bestätigen');
  await town().talk.presses('slack:vorsitz@dm', 'Bestätigen');
  await town().openVote();

  expect(await town().say('matrix:fremd@dm', 'beschluss ja B-1')).not.toContain('notiert');
  expect(await town().areOne('slack:vorsitz', 'matrix:fremd')).toBe(false);
  const asked = await town().talk.commandOf('slack:koordination@dm', 'Zustimmen');
  for (const who of ['slack:vorsitz', 'matrix:fremd', 'slack:eins', 'slack:leitung', 'matrix:andere'])
    expect(await town().say(`${who}@dm`, asked)).toContain('nichts zu bestätigen');
  expect(await town().areOne('slack:vorsitz', 'matrix:fremd')).toBe(false);
});

test('nobody confirms for another: each button is good for one side of one pair', async () => {
  await town().offer('slack:mitglied', 'matrix:mitglied');
  const confirm = await town().talk.commandOf('matrix:mitglied@dm', 'Bestätigen');

  for (const who of ['slack:mitglied', 'matrix:fremd', 'slack:koordination', 'slack:vorsitz'])
    expect(await town().say(`${who}@dm`, confirm)).toContain('nichts zu bestätigen');
  await town().say('matrix:mitglied@dm', confirm);
  for (const who of ['matrix:mitglied', 'matrix:fremd', 'slack:koordination'])
    expect(await town().say(`${who}@dm`, confirm)).toContain('nichts zu bestätigen');

  expect(await town().areOne('slack:mitglied', 'matrix:mitglied')).toBe(false);
});

test('a confirmation in a room, or without the number of the request, is none', async () => {
  await town().offer('slack:mitglied', 'matrix:mitglied');
  const confirm = await town().talk.commandOf('matrix:mitglied@dm', 'Bestätigen');

  expect(await town().say('matrix:mitglied@raum', confirm)).toContain('vier Augen');
  expect(await town().say('matrix:mitglied@dm', 'ich verknüpfen bestätigen')).toContain('nichts zu bestätigen');
  expect(await town().say('matrix:mitglied@dm', 'ich verknüpfen bestätigen 999999')).toContain('nichts zu bestätigen');
  expect(await town().say('matrix:mitglied@dm', 'ich verknüpfen bestätigen x')).toContain('nichts zu bestätigen');
});

test('what was refused cannot be confirmed again, by nobody', async () => {
  await town().offer('slack:mitglied', 'matrix:mitglied');
  await town().talk.presses('matrix:mitglied@dm', 'Bestätigen');
  const confirm = await town().talk.commandOf('slack:mitglied@dm', 'Bestätigen');
  await town().talk.presses('slack:mitglied@dm', 'Ablehnen');

  expect(await town().say('slack:mitglied@dm', confirm)).toContain('nichts zu bestätigen');
  expect(await town().say('matrix:mitglied@dm', confirm)).toContain('nichts zu bestätigen');
  expect(await town().areOne('slack:mitglied', 'matrix:mitglied')).toBe(false);
  expect((await town().talk.heard()).at(-1)).toMatchObject({ to: 'matrix:dm/mitglied' });
});

test('whoever typed the code can take it back until the end', async () => {
  await town().offerAndConfirm('slack:vorsitz', 'matrix:vorsitz');
  const agree = await town().talk.commandOf('slack:koordination@dm', 'Zustimmen');

  expect(await town().talk.presses('matrix:vorsitz@dm', 'Ablehnen')).toContain('Es bleibt alles, wie es war');

  expect(await town().say('slack:koordination@dm', agree)).toContain('nichts zu bestätigen');
  await expect(town().talk.commandOf('slack:koordination@dm', 'Zustimmen')).rejects.toThrow('no button');
});

test('a second code takes the first one’s place, with all that had come of it', async () => {
  await town().offer('slack:mitglied', 'matrix:fremd');
  const confirm = await town().talk.commandOf('matrix:fremd@dm', 'Bestätigen');
  await town().codeFor('slack:mitglied');

  expect(await town().say('matrix:fremd@dm', confirm)).toContain('nichts zu bestätigen');
});

test('whoever is given rights later shows the coordination that two accounts get them', async () => {
  await town().link('slack:neu', 'matrix:neu');
  await town().talk.heard();
  await town().say('slack:koordination@ag', '/gruppe aufnehmen @neu');
  expect((await town().talk.heard()).filter(({ text }) => text.includes('verknüpft'))).toEqual([]);

  await town().say('slack:koordination@steuerung', '/gruppe aufnehmen @neu');
  await town().say('slack:koordination@steuerung', '/gruppe aufnehmen @neu art Verwaltung');

  const told = (await town().talk.heard()).filter(({ text }) => text.includes('verknüpft'));
  expect(told.map(({ to }) => to)).toEqual(['slack:dm/koordination']);
  await town().talk.presses('slack:koordination@dm', 'Verknüpfung lösen');
  expect(await town().areOne('slack:neu', 'matrix:neu')).toBe(false);
});

test('a second account brings no third one along, and so leaves nothing behind when it goes', async () => {
  await town().link('slack:mitglied', 'matrix:mitglied');

  expect(await town().say('matrix:mitglied@dm', 'ich verknüpfen')).toContain('selbst als zweites dazugekommen');
});

test('nobody else learns what hinders two who wait to be linked', async () => {
  await town().give('matrix:eins', 'steering', 'member');
  await town().offerAndConfirm('slack:eins', 'matrix:eins');
  const agree = await town().talk.commandOf('slack:koordination@dm', 'Zustimmen');
  await town().openVote();

  expect(await town().say('matrix:fremd@dm', agree)).toContain('nichts zu bestätigen');
  expect(await town().say('slack:koordination@dm', agree)).toContain('B-1');
});
