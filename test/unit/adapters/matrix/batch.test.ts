/** Answers of the sync as other homeservers give them: shorter, longer, and in one room perhaps not at all. */
import { expect, test } from '@jest/globals';
import { HomeserverError, NoAnswer } from '../../../../adapters/matrix/http/homeserverError.ts';
import { SyncResponse } from '../../../../adapters/matrix/schema.ts';
import { takeIn } from '../../../../adapters/matrix/sync/batch.ts';

const BOT = '@mitwirk:example.org';
const log = { info() {}, warn() {}, error() {} };

/** `failing` is what the handling of `$2` ends with. */
function taking(refusal: HomeserverError | null = null, failing: Error | null = null) {
  const heard: string[] = [];
  const receiver = {
    async event(roomId: string, { event_id }: { event_id: string }) {
      if (failing && event_id === '$2') throw failing;
      heard.push(`${roomId} ${event_id}`);
    },
    invited: async (roomId: string) => void heard.push(`${roomId} invited`),
    joined: async () => {},
    left: async (roomId: string, event: { sender: string } | null) =>
      void heard.push(`${roomId} left, by ${event?.sender}`),
    accountData: async () => {},
  };
  const client = {
    session: { userId: BOT },
    async call() {
      if (refusal) throw refusal;
      return { chunk: null, end: null };
    },
  };
  const rooms = { apply: async () => {}, forget: () => {} };
  const parts = { client, rooms, receiver, log } as unknown as Parameters<typeof takeIn>[0];
  return { heard, take: (rooms: object) => takeIn(parts, SyncResponse.parse({ next_batch: 'b', rooms }), 'a') };
}

const message = (event_id: string, more: object = {}) => ({
  type: 'm.room.message',
  sender: '@mitglied:example.org',
  event_id,
  content: {},
  ...more,
});
const limited = { events: [message('$2')], limited: true, prev_batch: 'p' };

test('null stands for nothing', async () => {
  const { heard, take } = taking();

  await take({
    join: { '!a': { state: null, timeline: { events: [message('$1', { unsigned: null, redacts: null })] } } },
    invite: null,
    leave: { '!b': { timeline: { events: null } } },
  });
  await take({ join: { '!a': { timeline: limited } }, invite: { '!c': { invite_state: null } } });

  expect(heard).toEqual(['!b left, by undefined', '!a $1', '!c invited', '!a $2']);
});

test('who put the bot out is known also where that stands in the state', async () => {
  const { heard, take } = taking();
  const kick = { type: 'm.room.member', state_key: BOT, sender: '@moderation:example.org', event_id: '$k' };

  await take({ leave: { '!a': { state: { events: [{ ...kick, content: { membership: 'leave' } }] } } } });

  expect(heard).toEqual(['!a left, by @moderation:example.org']);
});

test('a gap that the homeserver will not fill makes nobody unheard; one that it may yet fill is waited for', async () => {
  const rooms = { join: { '!a': { timeline: limited }, '!b': { timeline: { events: [message('$3')] } } } };
  const refused = taking(new HomeserverError(403, 'M_FORBIDDEN', '', null));
  await refused.take(rooms);
  expect(refused.heard).toEqual(['!a $2', '!b $3']);

  const away = taking(new HomeserverError(502, 'M_UNKNOWN', '', null));
  await expect(away.take(rooms)).rejects.toThrow('502');
});

test.each([
  ['the homeserver answered with trouble', new HomeserverError(502, 'M_UNKNOWN', '', null), true],
  ['the homeserver did not answer', new NoAnswer(null), true],
  ['the token was not valid any more', new HomeserverError(401, 'M_UNKNOWN_TOKEN', '', null), true],
  ['the homeserver refused it', new HomeserverError(403, 'M_FORBIDDEN', '', null), false],
  ['of a fault of its own', new TypeError('not a function'), false],
])(
  'what could not be handled because %s holds up nothing, and is to be taken in again or not',
  async (_why, error, again) => {
    const { heard, take } = taking(null, error);

    const unhandled = await take({ join: { '!a': { timeline: { events: [message('$2'), message('$3')] } } } });

    expect(heard).toEqual(['!a $3']);
    expect(unhandled).toBe(again ? error : null);
  },
);
