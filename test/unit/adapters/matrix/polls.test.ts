/** Answers in polls of which nothing is remembered: nobody is left to believe that they have voted. */
import { expect, test } from '@jest/globals';
import { createPolls } from '../../../../adapters/matrix/receive/polls.ts';
import { RoomEvent } from '../../../../adapters/matrix/schema.ts';

const BOT = '@mitwirk:example.org';
const START = 'org.matrix.msc3381.poll.start';

test.each([
  ['the bot began is answered with what to do', BOT, START, ['$answer']],
  ['somebody else began is theirs', '@amt:example.org', START, []],
  ['is none, but a message of the bot, is nothing', BOT, 'm.room.message', []],
])('a poll that %s', async (_what, sender, type, expected) => {
  const told: string[] = [];
  const parts = {
    botId: () => BOT,
    cards: { ofPoll: async () => null },
    presses: {},
    desk: { tell: ({ eventId }: { eventId: string }) => void told.push(eventId) },
    eventById: async (_room: string, event_id: string) => RoomEvent.parse({ event_id, sender, type, content: {} }),
    localeOf: async () => 'de',
  };
  const respond = createPolls(parts as unknown as Parameters<typeof createPolls>[0]);

  await respond(
    '!room:example.org',
    RoomEvent.parse({
      event_id: '$answer',
      sender: '@verein:example.org',
      type: 'org.matrix.msc3381.poll.response',
      content: {
        'm.relates_to': { rel_type: 'm.reference', event_id: '$poll' },
        'org.matrix.msc3381.poll.response': { answers: ['vote.yes'] },
      },
    }),
  );

  expect(told).toEqual(expected);
});
