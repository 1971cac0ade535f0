/** The code: short of life, good for one, spoilt where others read it, and not to be guessed. */
import { expect, test } from '@jest/globals';
import { inLinkingTown } from '../../../support/linkingTown.ts';

const town = inLinkingTown();

const REFUSED = 'Dieser Code gilt nicht';

test('is refused alike when it is wrong, used up, somebody else’s, or too old', async () => {
  const answers: string[] = [];
  const code = await town().codeFor('slack:mitglied');
  answers.push(await town().say('matrix:zwei@dm', 'ich verknüpfen ABCD-EFGH'));
  await town().say('matrix:mitglied@dm', `ich verknüpfen ${code}`);
  answers.push(await town().say('matrix:drei@dm', `ich verknüpfen ${code}`));
  answers.push(await town().say('matrix:mitglied@dm', `ich verknüpfen ${code}`));
  const second = await town().codeFor('slack:mitglied');
  await town().talk.moveTo('2027-01-11T09:15');
  await town().talk.moveTo('2027-01-11T09:16');
  answers.push(await town().say('matrix:mitglied@dm', `ich verknüpfen ${second}`));

  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain(REFUSED);
});

test('is good for a quarter of an hour, and so is each question', async () => {
  const code = await town().codeFor('slack:mitglied');
  await town().talk.moveTo('2027-01-11T09:15');
  await town().say('matrix:mitglied@dm', `ich verknüpfen ${code}`);
  await town().talk.moveTo('2027-01-11T09:30');
  await town().talk.presses('matrix:mitglied@dm', 'Bestätigen');
  await town().talk.moveTo('2027-01-11T09:46');

  expect(await town().talk.presses('slack:mitglied@dm', 'Bestätigen')).toContain('nichts zu bestätigen');
  expect(await town().areOne('slack:mitglied', 'matrix:mitglied')).toBe(false);
});

test('is agreed to within a week', async () => {
  await town().offerAndConfirm('slack:vorsitz', 'matrix:vorsitz');
  await town().talk.moveTo('2027-01-18T09:01');

  expect(await town().talk.presses('slack:koordination@dm', 'Zustimmen')).toContain('nichts zu bestätigen');
});

test('cannot be guessed at length: after five wrong ones the right one is refused too, for a while', async () => {
  for (let tries = 0; tries < 5; tries += 1)
    await town().say('matrix:mitglied@dm', `ich verknüpfen ABCD-EFG${tries + 2}`);
  await town().talk.moveTo('2027-01-11T09:10');
  const code = await town().codeFor('slack:mitglied');

  expect(await town().say('matrix:mitglied@dm', `ich verknüpfen ${code}`)).toContain(REFUSED);
  await town().talk.moveTo('2027-01-11T09:16');
  expect(await town().say('matrix:mitglied@dm', `ich verknüpfen ${code}`)).toContain('Gehört dieses Konto auch Ihnen?');
});

test('is spoilt by being typed where others can read it', async () => {
  const code = await town().codeFor('slack:mitglied');

  expect(await town().say('matrix:mitglied@raum', `/ich verknüpfen ${code}`)).toContain('gilt er jetzt nicht mehr');
  expect(await town().say('matrix:fremd@dm', `ich verknüpfen ${code}`)).toContain(REFUSED);
  expect(await town().say('matrix:mitglied@dm', `ich verknüpfen ${code}`)).toContain(REFUSED);
});

test('is not shown where others can read it', async () => {
  expect(await town().say('slack:eins@steuerung', '/ich verknüpfen')).toContain('vier Augen');
});

test('is nothing to type where it was shown', async () => {
  const code = await town().codeFor('slack:mitglied');

  expect(await town().say('slack:mitglied@dm', `ich verknüpfen ${code}`)).toContain('selbst bekommen');
});

test('links no two accounts of one platform, of two workspaces either', async () => {
  const code = await town().codeFor('slack:mitglied');

  expect(await town().say('slack:T2.mitglied@dm', `ich verknüpfen ${code}`)).toContain('selben Plattform');
});

test('links no account that is linked already, to the same one or to another', async () => {
  await town().link('slack:mitglied', 'matrix:mitglied');
  const code = await town().codeFor('slack:mitglied');

  expect(await town().say('matrix:mitglied@dm', `ich verknüpfen ${code}`)).toContain('schon verknüpft');
  const other = await town().codeFor('local:mitglied');
  expect(await town().say('slack:mitglied@dm', `ich verknüpfen ${other}`)).toContain(
    'schon mit einem anderen verknüpft',
  );
});
