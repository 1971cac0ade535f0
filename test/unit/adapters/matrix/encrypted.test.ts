/** What cannot be decrypted yet waits for its key, over restarts too; who waits in vain is told once. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Encryption } from '../../../../adapters/matrix/crypto/encryption.ts';
import { createEncryptedEvents } from '../../../../adapters/matrix/receive/encrypted.ts';
import { RoomEvent } from '../../../../adapters/matrix/schema.ts';
import type { Remembered } from '../../../../src/ports/platformMemory.ts';

const ROOM = '!room:example.org';
const LONG_MS = 60_000;

const kept = new Map<string, string>();
const memory = {
  get: async (key: string) => kept.get(key) ?? null,
  set: async (key: string, value: string) => void kept.set(key, value),
  remove: async (key: string) => void kept.delete(key),
  list: async (prefix: string): Promise<readonly Remembered[]> =>
    [...kept].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => ({ key, value })),
  forgetOlder: async () => undefined,
};

/** Ids of events whose key has come, with the type of what is in them. */
const keys = new Map<string, string>();
const told: string[] = [];

function open() {
  const parts = {
    encryption: {
      obstacle: null,
      async decrypt(_roomId: string, event: RoomEvent) {
        const type = keys.get(event.event_id);
        if (type === undefined) throw new Error('no key');
        return { ...event, type, content: { body: event.event_id } };
      },
    } as unknown as Encryption,
    desk: {
      tell: ({ sender, eventId }: { sender: string; eventId: string }) => void told.push(`${sender} ${eventId}`),
    },
    memory,
    client: {},
    log: { info() {}, warn() {}, error() {} },
    localeOf: async () => 'de',
    locale: 'de',
  };
  return createEncryptedEvents(parts as unknown as Parameters<typeof createEncryptedEvents>[0]);
}

function event(id: string, sender = '@mitglied:example.org'): RoomEvent {
  return RoomEvent.parse({ event_id: id, type: 'm.room.encrypted', sender, content: {} });
}

async function handed(events: ReturnType<typeof open>): Promise<readonly string[]> {
  const ids: string[] = [];
  await events.retry(async (_roomId, { event_id }) => void ids.push(event_id));
  return ids;
}

beforeEach(() => {
  jest.useFakeTimers();
  kept.clear();
  keys.clear();
  told.length = 0;
});
afterEach(() => {
  jest.useRealTimers();
});

test('a key that is late makes its event heard once', async () => {
  const events = open();
  expect(await events.read(ROOM, event('$1'))).toBeNull();
  expect(events.waiting).toBe(true);
  keys.set('$1', 'm.room.message');

  expect(await handed(events)).toEqual(['$1']);
  expect(await handed(events)).toEqual([]);
  expect(events.waiting).toBe(false);
});

test('what is removed while it waits is not heard, not after a restart either', async () => {
  const events = open();
  await events.read(ROOM, event('$1'));
  await events.remove('$1');
  keys.set('$1', 'org.matrix.msc3381.poll.response');

  expect(await handed(events)).toEqual([]);
  expect(kept.size).toBe(0);
});

test('an event waits on after a restart', async () => {
  await open().read(ROOM, event('$1'));
  const events = open();
  await events.takeUp();
  keys.set('$1', 'm.room.message');

  expect(await handed(events)).toEqual(['$1']);
  expect(kept.size).toBe(0);
});

test('who waits in vain is told once in each room; another person as well', async () => {
  const events = open();
  await events.read(ROOM, event('$1'));
  await events.read(ROOM, event('$2'));
  await events.read(ROOM, event('$3', '@leitung:example.org'));
  await events.read('!other:example.org', event('$4'));
  await handed(events);
  expect(told).toEqual([]);

  jest.advanceTimersByTime(LONG_MS);
  await handed(events);
  await events.read(ROOM, event('$5'));
  jest.advanceTimersByTime(LONG_MS);
  await handed(events);

  expect(told).toEqual(['@mitglied:example.org $1', '@leitung:example.org $3', '@mitglied:example.org $4']);
});

test('one that fails when it is handed over does not hold up the others', async () => {
  const events = open();
  for (const id of ['$1', '$2']) {
    await events.read(ROOM, event(id));
    keys.set(id, 'm.room.message');
  }
  const ids: string[] = [];
  await events.retry(async (_roomId, { event_id }) => {
    ids.push(event_id);
    throw new Error('broken');
  });

  expect(ids).toEqual(['$1', '$2']);
});

test.each(['m.room.tombstone', 'm.room.member', 'm.room.redaction', 'm.room.encrypted'])(
  'a %s inside an encrypted event is nothing, at once or late',
  async (type) => {
    const events = open();
    keys.set('$1', type);
    expect(await events.read(ROOM, event('$1'))).toBeNull();
    await events.read(ROOM, event('$2'));
    keys.set('$2', type);

    expect(await handed(events)).toEqual([]);
    expect(told).toEqual([]);
  },
);
