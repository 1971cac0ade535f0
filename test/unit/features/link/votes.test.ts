/** Links, and their end, while votes run. */
import { expect, test } from '@jest/globals';
import { inLinkingTown } from '../../../support/linkingTown.ts';

const town = inLinkingTown();

async function record() {
  return town().talk.store.transaction(async (tx) => {
    const [process] = await tx.processes.active();
    const vote = process ? await tx.votes.byNumber(process.id, 1) : null;
    if (!vote) throw new Error('no vote');
    return { ballots: await tx.votes.ballots(vote.id), seats: await tx.votes.seats(vote.id) };
  });
}

test('the linked account casts the same ballot', async () => {
  await town().openVote();
  await town().say('slack:eins@steuerung', '/beschluss nein B-1');
  await town().link('slack:eins', 'matrix:eins', 'slack:koordination');

  await town().say('matrix:eins@dm', 'beschluss ja B-1');

  const person = await town().idOf('slack:eins');
  const { ballots, seats } = await record();
  expect(seats.filter(({ holderId }) => holderId === person)).toHaveLength(1);
  expect(ballots.map(({ holderId, choice }) => [holderId, choice])).toEqual([
    [person, 'no'],
    [person, 'yes'],
  ]);
});

test('two seats in one open vote cannot become one, because its roll is fixed; afterwards they can', async () => {
  await town().give('matrix:eins', 'steering', 'member');
  await town().openVote();
  const code = await town().codeFor('slack:eins');

  expect(await town().say('matrix:eins@dm', `ich verknüpfen ${code}`)).toContain('B-1');
  expect(await town().areOne('slack:eins', 'matrix:eins')).toBe(false);

  await town().talk.moveTo('2027-02-01T09:00');
  await town().link('slack:eins', 'matrix:eins', 'slack:koordination');
  expect(await town().areOne('slack:eins', 'matrix:eins')).toBe(true);
});

test('neither can they when the vote was opened after both had confirmed', async () => {
  await town().give('matrix:eins', 'steering', 'member');
  await town().offerAndConfirm('slack:eins', 'matrix:eins');
  const agree = await town().talk.commandOf('slack:koordination@dm', 'Zustimmen');
  await town().openVote();

  expect(await town().say('slack:koordination@dm', agree)).toContain('B-1');
  expect(await town().areOne('slack:eins', 'matrix:eins')).toBe(false);
});

test('nor when the one who typed the code was given more meanwhile', async () => {
  await town().offer('slack:mitglied', 'matrix:mitglied');
  await town().talk.presses('matrix:mitglied@dm', 'Bestätigen');
  await town().give('matrix:mitglied', 'steering', 'member');

  expect(await town().talk.presses('slack:mitglied@dm', 'Bestätigen')).toContain('das mehr darf');
  expect(await town().areOne('slack:mitglied', 'matrix:mitglied')).toBe(false);
});

test('after parting the account votes no more, and what was cast stays', async () => {
  await town().openVote();
  await town().link('slack:eins', 'matrix:eins', 'slack:koordination');
  await town().say('matrix:eins@dm', 'beschluss ja B-1');
  await town().undo('slack:eins');

  expect(await town().say('matrix:eins@dm', 'beschluss nein B-1')).toContain('kein Prozess, an dem Sie teilnehmen');

  const person = await town().idOf('slack:eins');
  const { ballots } = await record();
  expect(ballots.map(({ holderId, choice }) => [holderId, choice])).toEqual([[person, 'yes']]);
  await town().say('slack:eins@dm', 'beschluss nein B-1');
  expect((await record()).ballots.map(({ choice }) => choice)).toEqual(['yes', 'no']);
});

test('a seat that the second account brought goes back with it', async () => {
  await town().give('matrix:koordination', 'steering', 'member');
  await town().openVote();
  await town().link('slack:koordination', 'matrix:koordination', 'slack:vorsitz');
  await town().say('matrix:koordination@dm', 'beschluss ja B-1');
  await town().undo('matrix:koordination');

  const { seats, ballots } = await record();
  const person = await town().idOf('matrix:koordination');
  expect(person).not.toBe(await town().idOf('slack:koordination'));
  expect(seats.filter(({ holderId }) => holderId === person)).toHaveLength(1);
  expect(ballots.map(({ holderId }) => holderId)).toEqual([person]);
});
