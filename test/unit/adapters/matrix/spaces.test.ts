/** What is made of spaces: which rooms count as theirs, which of them are entered, and how they are shown. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Call } from '../../../../adapters/matrix/http/call.ts';
import { HomeserverError } from '../../../../adapters/matrix/http/homeserverError.ts';
import { MAX_SPACE_DEPTH, MAX_SPACE_ROOMS } from '../../../../adapters/matrix/limits.ts';
import { applyEvent, emptyState, type RoomState } from '../../../../adapters/matrix/rooms/state.ts';
import { RoomSummary, SyncResponse } from '../../../../adapters/matrix/schema.ts';
import { type RoomBelow, roomsBelow } from '../../../../adapters/matrix/spaces/below.ts';
import { createDoors } from '../../../../adapters/matrix/spaces/doors.ts';
import { mayEnter, outermost } from '../../../../adapters/matrix/spaces/entering.ts';
import { hierarchyOf } from '../../../../adapters/matrix/spaces/hierarchy.ts';
import { inSight } from '../../../../adapters/matrix/spaces/sight.ts';
import { takeIn } from '../../../../adapters/matrix/sync/batch.ts';

const BOT = '@mitwirk:example.org';
const MAKER = '@maker:example.org';
const noLog = { info: () => {}, warn: () => {}, error: () => {} };

const childEvent = (roomId: string, content: object = { via: ['example.org'] }) => ({
  type: 'm.space.child',
  state_key: roomId,
  sender: MAKER,
  content,
});

function summaryOf(roomId: string, change: object = {}): RoomSummary {
  return RoomSummary.parse({ room_id: roomId, num_joined_members: 1, ...change });
}

/** Spaces by id with the rooms in them; every other room is an ordinary one that can be seen. */
function town(spaces: Readonly<Record<string, readonly string[]>>) {
  const summaries = new Map<string, RoomSummary>();
  for (const roomId of new Set(Object.values(spaces).flat())) summaries.set(roomId, summaryOf(roomId));
  for (const [roomId, children] of Object.entries(spaces)) {
    const children_state = children.map((child) => childEvent(child));
    summaries.set(roomId, summaryOf(roomId, { room_type: 'm.space', children_state }));
  }
  return summaries;
}

const idsBelow = (spaceId: string, spaces: Readonly<Record<string, readonly string[]>>) =>
  roomsBelow(spaceId, town(spaces)).map(({ roomId }) => roomId);

describe('the rooms below a space', () => {
  test('are its own first, then those of the spaces within', () => {
    expect(idsBelow('!s', { '!s': ['!inner', '!a'], '!inner': ['!b'] })).toEqual(['!inner', '!a', '!b']);
  });

  test('end where spaces lie too deep, and are found by the shortest way', () => {
    const tower = { '!s': ['!1', '!x'], '!1': ['!2'], '!2': ['!3'], '!3': ['!4'], '!x': ['!3'] };

    expect(idsBelow('!s', tower)).toEqual(['!1', '!x', '!2', '!3', '!4']);
    expect(idsBelow('!s', { ...tower, '!x': [] })).toEqual(['!1', '!x', '!2', '!3']);
  });

  test('are those that can be gone to: without servers a room lies there no longer', () => {
    const children_state = [
      childEvent('!gone', {}),
      childEvent('!empty', { via: [] }),
      childEvent('!broken', { via: 'example.org' }),
      childEvent('no room'),
      { ...childEvent('!other'), type: 'm.space.parent' },
      childEvent('!unseen'),
    ];
    const space = summaryOf('!s', { room_type: 'm.space', children_state });

    expect(roomsBelow('!s', new Map([['!s', space]]))).toEqual([
      { roomId: '!unseen', sender: MAKER, via: ['example.org'], summary: null },
    ]);
  });

  test('that is none has none, whatever state it has', () => {
    const room = summaryOf('!r', { children_state: [childEvent('!a')] });

    expect(roomsBelow('!r', new Map([['!r', room]]))).toEqual([]);
  });

  test('are each there once, not too many and not too deep, however spaces lie in each other', () => {
    const id = fc.integer({ min: 0, max: 400 }).map((number) => `!${number}`);
    const spaces = fc.dictionary(id, fc.array(id, { maxLength: 300 }), { maxKeys: 12 });
    fc.assert(
      fc.property(spaces, id, (laid, start) => {
        const found = idsBelow(start, laid);

        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(MAX_SPACE_ROOMS);
        expect(found).not.toContain(start);
        let reachable = new Set([start]);
        for (let depth = 0; depth < MAX_SPACE_DEPTH; depth += 1) {
          reachable = new Set([...reachable, ...[...reachable].flatMap((roomId) => laid[roomId] ?? [])]);
        }
        expect(found.filter((roomId) => !reachable.has(roomId))).toEqual([]);
        expect(found.length).toBe(Math.min(MAX_SPACE_ROOMS, reachable.size - 1));
      }),
    );
  });
});

describe('a room of a space is entered', () => {
  const entering = { botId: BOT, invitesFrom: [], joined: new Set(['!space']), encryption: false };
  const below = (change: object, sender = MAKER): RoomBelow => ({
    roomId: '!r',
    sender,
    via: ['example.org'],
    summary: summaryOf('!r', change),
  });

  test.each<[what: string, change: object, enters: boolean]>([
    ['public', { join_rule: 'public' }, true],
    ['of a homeserver that says nothing of public rooms', {}, true],
    ['open to the people of the space', { join_rule: 'restricted', allowed_room_ids: ['!space'] }, true],
    ['open to the people of another', { join_rule: 'restricted', allowed_room_ids: ['!other'] }, false],
    ['where one may also knock', { join_rule: 'knock_restricted', allowed_room_ids: ['!space'] }, true],
    ['where one must knock', { join_rule: 'knock' }, false],
    ['private', { join_rule: 'invite' }, false],
    ['of an unknown rule', { join_rule: 'lottery' }, false],
    ['in which nobody is left', { join_rule: 'public', num_joined_members: 0 }, false],
    ['encrypted', { join_rule: 'public', encryption: 'm.megolm.v1.aes-sha2' }, false],
    ['an encrypted space', { join_rule: 'public', encryption: 'x', room_type: 'm.space' }, true],
  ])('that is %s: %j %j', (_what, change, enters) => {
    expect(mayEnter(below(change), entering)).toBe(enters);
  });

  test('where it is encrypted only if the bot can read there', () => {
    expect(mayEnter(below({ encryption: 'x' }), { ...entering, encryption: true })).toBe(true);
  });

  test('only where the bot can see it and is not in it yet', () => {
    expect(mayEnter({ ...below({}), summary: null }, entering)).toBe(false);
    expect(mayEnter(below({}), { ...entering, joined: new Set(['!r']) })).toBe(false);
  });

  test('only where an invitation by whoever put it there would be accepted', () => {
    expect(mayEnter(below({}, '@maker:elsewhere.org'), entering)).toBe(false);
    expect(mayEnter(below({}, '@maker:elsewhere.org'), { ...entering, invitesFrom: ['elsewhere.org'] })).toBe(true);
  });
});

test('from the outermost spaces alone rooms are entered; of a circle, one is the outermost', () => {
  const spaces = { '!s': ['!inner'], '!inner': ['!a'], '!x': ['!y'], '!y': ['!x'], '!alone': [] };
  const surveyed = Object.keys(spaces).map((roomId) => ({ roomId, below: roomsBelow(roomId, town(spaces)) }));

  expect(outermost(surveyed).map(({ roomId }) => roomId)).toEqual(['!s', '!x', '!alone']);
});

describe('a space is shown', () => {
  function stateOf(name: string, ...events: readonly (readonly [type: string, content: object])[]): RoomState {
    const state = emptyState();
    for (const [type, content] of [['m.room.name', { name }] as const, ...events]) {
      applyEvent(state, { type, content: { ...content }, state_key: '', sender: MAKER });
    }
    return state;
  }

  const show = (below: readonly RoomBelow[], states: Readonly<Record<string, RoomState>>) =>
    inSight({ roomId: '!s', state: stateOf('Stadt'), below }, { botId: BOT, states: new Map(Object.entries(states)) });
  const room = (roomId: string, change: object | null = {}): RoomBelow => ({
    roomId,
    sender: MAKER,
    via: ['example.org', 'b.org'],
    summary: change === null ? null : summaryOf(roomId, change),
  });

  test('with its rooms under the names that the bot knows, and without the spaces within', () => {
    const below = [
      room('!in', { name: 'Alt' }),
      room('!out', { name: 'Offen' }),
      room('!alias', { canonical_alias: '#offen:example.org' }),
      room('!unseen', null),
      room('!inner', { room_type: 'm.space' }),
    ];

    const { rooms, ...space } = show(below, { '!in': stateOf('Neu') });

    expect(space).toEqual({ externalId: '!s', name: 'Stadt' });
    expect(rooms.map(({ externalId, name, inside }) => [externalId, name, inside])).toEqual([
      ['!in', 'Neu', true],
      ['!out', 'Offen', false],
      ['!alias', '#offen:example.org', false],
      ['!unseen', null, false],
    ]);
    expect(rooms[0]?.address).toBe('https://matrix.to/#/!in?via=example.org&via=b.org');
  });

  test('with the room that took the place of another, once, where both say so', () => {
    const replaced = (by: string) => ['m.room.tombstone', { replacement_room: by }] as const;
    const successor = (of: string) => ['m.room.create', { predecessor: { room_id: of } }] as const;
    const states = {
      '!old': stateOf('Alt', replaced('!new')),
      '!new': stateOf('Neu', successor('!old')),
      '!lie': stateOf('Behauptet', replaced('!target')),
      '!target': stateOf('Ziel'),
      '!round': stateOf('Kreis', replaced('!about'), successor('!about')),
      '!about': stateOf('Kreis', replaced('!round'), successor('!round')),
    };

    const { rooms } = show([room('!old'), room('!new'), room('!lie'), room('!round')], states);

    expect(rooms.map(({ externalId }) => externalId)).toEqual(['!new', '!lie', '!about']);
  });
});

describe('the homeserver', () => {
  test('is asked for one page after the other, and no more than are looked at', async () => {
    const asked: unknown[] = [];
    const client = {
      async call({ query }: Call) {
        asked.push(query?.from);
        const broken = { room_id: 7 };
        return { rooms: [{ room_id: `!${asked.length}` }, broken], next_batch: `page ${asked.length}` };
      },
    };

    const found = await hierarchyOf(client, '!s');

    expect(asked.slice(0, 3)).toEqual([undefined, 'page 1', 'page 2']);
    expect(found.size).toBe(asked.length);
    expect(asked.length).toBeLessThanOrEqual(MAX_SPACE_ROOMS / 50 + 1);
  });

  test('that asks to wait is waited for; what it refuses is not asked for again until told', async () => {
    const asked: string[] = [];
    const client = {
      async call({ path }: Call) {
        asked.push(decodeURIComponent(path.split('/').at(-1) ?? ''));
        if (path.includes('closed')) throw new HomeserverError(403, 'M_FORBIDDEN', '', null);
        if (asked.length === 1) throw new HomeserverError(429, 'M_LIMIT_EXCEEDED', '', 5);
        return {};
      },
    };
    const doors = createDoors(client, noLog);
    const rooms = ['!open', '!closed'].map((roomId) => ({ roomId, sender: MAKER, via: ['b.org'], summary: null }));
    const done = async (count: number) => {
      while (asked.length < count) await new Promise((resolve) => setTimeout(resolve, 2));
      await new Promise((resolve) => setTimeout(resolve, 20));
    };

    doors.enter(rooms);
    await done(3);
    doors.enter(rooms);
    await done(4);
    doors.forgetRefusals();
    doors.enter(rooms);
    await done(6);
    await doors.stop();

    expect(asked).toEqual(['!open', '!open', '!closed', '!open', '!open', '!closed']);
  });
});

test('what a space holds is heard before what is said in its rooms, wherever they stand in the sync', async () => {
  const heard: string[] = [];
  const receiver = {
    event: async (roomId: string, { type }: { type: string }) => void heard.push(`${roomId} ${type}`),
    invited: async () => {},
    joined: async () => {},
    left: async () => {},
    accountData: async () => {},
  };
  const rooms = { apply: async () => {}, forget: () => {} } as never;
  const event = (type: string, state_key?: string) => ({ type, sender: MAKER, event_id: '$1', content: {}, state_key });
  const sync = SyncResponse.parse({
    next_batch: 'b',
    rooms: {
      join: {
        '!fresh': { timeline: { events: [event('m.room.message')] } },
        '!space': { timeline: { events: [event('m.space.child', '!fresh')] } },
        '!other': { timeline: { events: [event('m.room.message')] } },
      },
    },
  });

  await takeIn({ client: { session: { userId: BOT } } as never, rooms, receiver, log: noLog }, sync, 'a');

  expect(heard).toEqual(['!space m.space.child', '!fresh m.room.message', '!other m.room.message']);
});
