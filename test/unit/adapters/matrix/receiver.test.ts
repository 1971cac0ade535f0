/** What a room is, only its state says: a message that calls itself such an event is none. */
import { expect, test } from '@jest/globals';
import { createReceiver } from '../../../../adapters/matrix/receive/receiver.ts';
import { emptyState } from '../../../../adapters/matrix/rooms/state.ts';
import { RoomEvent } from '../../../../adapters/matrix/schema.ts';

function receiver() {
  const done: string[] = [];
  const note = (what: string) => async () => void done.push(what);
  const parts = {
    botId: () => '@mitwirk:example.org',
    bot: { reach: note('reach') },
    rooms: { get: async () => emptyState() },
    upgrades: { follow: note('follow') },
    encrypted: { explain: note('explain'), remove: async (eventId: string) => void done.push(`forget ${eventId}`) },
    presses: { redact: note('redact') },
    members: note('members'),
  };
  return { done, ...createReceiver(parts as unknown as Parameters<typeof createReceiver>[0]) };
}

test.each([
  ['m.room.tombstone', 'follow'],
  ['m.room.member', 'members'],
  ['m.room.encryption', 'explain'],
  ['m.room.power_levels', 'reach'],
])('%s', async (type, what) => {
  const { event, done } = receiver();
  const sent = { event_id: '$1', type, sender: '@mitglied:example.org', content: {} };

  await event('!room:example.org', RoomEvent.parse(sent));
  expect(done).toEqual([]);

  await event('!room:example.org', RoomEvent.parse({ ...sent, state_key: '' }));
  expect(done).toEqual([what]);
});

test.each([{ redacts: '$gone' }, { content: { redacts: '$gone' } }])(
  'what is removed is not waited for any more, in rooms old and new: %j',
  async (more) => {
    const { event, done } = receiver();
    const sent = { event_id: '$1', type: 'm.room.redaction', sender: '@mitglied:example.org', content: {}, ...more };

    await event('!room:example.org', RoomEvent.parse(sent));

    expect(done).toEqual(['forget $gone', 'redact']);
  },
);
