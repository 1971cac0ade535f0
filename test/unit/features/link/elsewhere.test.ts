/** A link never opens another town(). */
import { beforeEach, expect, test } from '@jest/globals';
import { inLinkingTown } from '../../../support/linkingTown.ts';

const town = inLinkingTown();

/** A second town, with a coordinator on Matrix. */
beforeEach(async () => {
  await town().talk.store.transaction(async (tx) => {
    const [here] = await tx.processes.active();
    if (!here) throw new Error('no process');
    const { region, zone, locale, digest, voteProfile, example, createdAt } = here;
    await tx.processes.create({ name: 'Dort', region, zone, locale, digest, voteProfile, example, createdAt });
  });
  await town().coordinate('matrix:dort', 1);
});

test.each([
  ['slack:mitglied', 'matrix:dort'],
  ['slack:vorsitz', 'matrix:dort'],
  ['matrix:dort', 'slack:mitglied'],
  ['matrix:dort', 'slack:vorsitz'],
])('is not opened by a link: %s shows the code, %s types it', async (shows, types) => {
  await town().coordinate('matrix:zweite', 1);
  const code = await town().codeFor(shows);

  expect(await town().say(`${types}@dm`, `ich verknüpfen ${code}`)).toContain('lassen sich nicht verknüpfen');
  expect(await town().areOne(shows, types)).toBe(false);
});

test('must agree too where somebody has rights in both', async () => {
  await town().coordinate('slack:vorsitz', 1);
  await town().offerAndConfirm('slack:vorsitz', 'matrix:vorsitz');

  await town().talk.presses('slack:koordination@dm', 'Zustimmen');
  expect(await town().areOne('slack:vorsitz', 'matrix:vorsitz')).toBe(false);
  await town().talk.presses('matrix:dort@dm', 'Zustimmen');
  expect(await town().areOne('slack:vorsitz', 'matrix:vorsitz')).toBe(true);
});

test('whoever has rights and nobody beside them is told what to do, before any code is shown', async () => {
  expect(await town().say('matrix:dort@dm', 'ich verknüpfen')).toContain('/gruppe aufnehmen @name als Vorsitz');
});
