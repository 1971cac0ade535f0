/** A link is undone from either account or by the coordination, and everybody concerned is told. */
import { beforeEach, expect, test } from '@jest/globals';
import { inLinkingTown } from '../../../support/linkingTown.ts';

const town = inLinkingTown();

beforeEach(() => town().link('slack:vorsitz', 'matrix:vorsitz', 'slack:koordination'));

test.each(['slack:vorsitz', 'matrix:vorsitz', 'slack:koordination'])('works for %s, by the button', async (who) => {
  await town().talk.presses(`${who}@dm`, 'Verknüpfung lösen');

  expect(await town().areOne('slack:vorsitz', 'matrix:vorsitz')).toBe(false);
  const told = (await town().talk.heard()).filter(({ text }) => text.startsWith('Eine Verknüpfung ist gelöst'));
  expect(told.map(({ to }) => to).sort()).toEqual(['matrix:dm/vorsitz', 'slack:dm/koordination', 'slack:dm/vorsitz']);
});

test.each(['slack:vorsitz', 'matrix:vorsitz'])('works for %s, typed', async (who) => {
  await town().say(`${who}@dm`, 'ich verknüpfen lösen');

  expect(await town().areOne('slack:vorsitz', 'matrix:vorsitz')).toBe(false);
});

test('is nobody else’s', async () => {
  const undo = await town().talk.commandOf('slack:vorsitz@dm', 'Verknüpfung lösen');

  for (const who of ['slack:eins', 'slack:leitung', 'matrix:fremd'])
    expect(await town().say(`${who}@dm`, undo)).toContain('keine Verknüpfung zu lösen');
  expect(await town().areOne('slack:vorsitz', 'matrix:vorsitz')).toBe(true);
});

test('a second time there is nothing to undo', async () => {
  const undo = await town().talk.commandOf('slack:vorsitz@dm', 'Verknüpfung lösen');
  await town().say('slack:vorsitz@dm', undo);

  expect(await town().say('slack:vorsitz@dm', undo)).toContain('keine Verknüpfung zu lösen');
  expect(await town().say('slack:vorsitz@dm', 'ich verknüpfen lösen')).toContain('keine Verknüpfung zu lösen');
});

test('leaves the way open to link them again', async () => {
  await town().undo('matrix:vorsitz');
  await town().link('slack:vorsitz', 'matrix:vorsitz', 'slack:koordination');

  expect(await town().areOne('slack:vorsitz', 'matrix:vorsitz')).toBe(true);
});

test('whoever has several linked accounts says which is to go, by a button', async () => {
  await town().link('slack:mitglied', 'matrix:mitglied');
  await town().link('slack:mitglied', 'local:mitglied');

  expect(await town().say('slack:mitglied@dm', 'ich verknüpfen lösen')).toContain('Welche Verknüpfung');
  expect(await town().areOne('slack:mitglied', 'local:mitglied')).toBe(true);
  await town().say('local:mitglied@dm', 'ich verknüpfen lösen');
  expect(await town().areOne('slack:mitglied', 'local:mitglied')).toBe(false);
  expect(await town().areOne('slack:mitglied', 'matrix:mitglied')).toBe(true);
});
