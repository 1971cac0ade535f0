/** Many messages and many changes in one channel, against a server that refuses a second message within the same second. */
import { expect, test } from '@jest/globals';
import { MESSAGE_PACE_MS } from '../../../adapters/slack/web/pace.ts';
import { freshDatabase } from '../../support/database.ts';
import { newest, openStage, settleTown } from '../../support/slackStage.ts';

test('a channel is spoken to at Slack’s pace, another one meanwhile, and nothing is refused', async () => {
  const database = await freshDatabase();
  const stage = await openStage(database, { strictPace: true, paceMs: MESSAGE_PACE_MS });
  const { slack } = stage;
  const [a, b] = ['a', 'b'].map((name) => slack.team.addChannel(name));
  if (!a || !b) throw new Error('no channels');
  const post = (channel: string, key: string) => {
    const card = { title: key, body: [], attention: 'quiet' } as const;
    return stage.chat.post({ kind: 'room', externalId: `${slack.team.id}:${channel}` }, card, key, false);
  };

  await Promise.all([post(a.id, 'a1'), post(a.id, 'a2'), post(a.id, 'a3'), post(b.id, 'b1')]);

  const calls = slack.callsOf('chat.postMessage');
  expect(calls.map(({ error }) => error)).toEqual([null, null, null, null]);
  const times = calls.filter(({ args }) => args.channel === a.id).map(({ at }) => at);
  expect(Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)))).toBeGreaterThanOrEqual(1_000);
  expect((calls.find(({ args }) => args.channel === b.id)?.at ?? 0) - (times[0] ?? 0)).toBeLessThan(500);
  await stage.close();
  await database.close();
});

test('thirty ballots in a moment change the vote’s card a few times only, and the last state arrives', async () => {
  const PACE_MS = 400;
  const database = await freshDatabase();
  const town = await settleTown(await openStage(database, { paceMs: PACE_MS }));
  const { slack, people, koordination, leitung, vorsitz, steuerung, bildung } = town;
  const read = (posted: Parameters<typeof slack.visibleText>[0]) => slack.visibleText(posted);
  const voters = [1, 2, 3, 4, 5].map((n) => slack.team.addUser(`stimme${n}`, { displayName: `Stimme ${n}` }));
  for (const voter of voters) {
    steuerung.members.add(voter.id);
    await town.say(koordination, steuerung, '/gruppe', `aufnehmen <@${voter.id}> art Ehrenamt`);
  }
  await town.say(leitung, bildung, '/ergebnis', 'entwurf Leitlinie "Bildung für alle" Alle finden einen Platz.');
  await town.say(leitung, bildung, '/ergebnis', 'einreichen E-1');
  await town.say(vorsitz, steuerung, '/beschluss', 'öffnen E-1');
  await slack.until('the vote', () => slack.messagesIn(steuerung).some((posted) => read(posted).includes('[Ja]')));
  await town.settle();
  const vote = newest(slack.messagesIn(steuerung), '[Ja]', read);
  const [before, began] = [vote.earlier.length, performance.now()];

  for (const choice of ['nein', 'ja', 'nein', 'ja', 'nein', 'ja']) {
    await Promise.all(voters.map((voter) => people.slash(voter, steuerung, '/beschluss', `${choice} B-1`)));
  }
  await town.settle();

  const changes = vote.earlier.length - before;
  expect(changes).toBeGreaterThan(0);
  expect(changes).toBeLessThanOrEqual(Math.ceil((performance.now() - began) / PACE_MS) + 1);
  expect(changes).toBeLessThan(30);
  expect(read(vote)).toContain('5 von 6');
  await town.close();
  await database.close();
});
