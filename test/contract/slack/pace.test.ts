/** Many messages to one channel, against a server that refuses a second one within the same second. */
import { expect, test } from '@jest/globals';
import { MESSAGE_PACE_MS } from '../../../adapters/slack/web/pace.ts';
import { freshDatabase } from '../../support/database.ts';
import { openStage } from '../../support/slackStage.ts';

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
