/** Takes one answer of the sync apart: what happened to rooms, and in them, in order. One bad event never stops the next. */
import { assertHeld, LeaseLost } from '../../../src/ports/leases.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Client } from '../http/client.ts';
import { isAway, isPassing, isUnknownToken } from '../http/homeserverError.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { type JoinedRoom, RoomEvent, StrippedEvent, type SyncResponse } from '../schema.ts';
import { fillGap } from './gap.ts';

/** What is done about what happens. */
export interface Receiver {
  /** Something new in a room the bot is in; state is taken over already. */
  event(roomId: string, event: RoomEvent): Promise<void>;
  invited(roomId: string, state: readonly StrippedEvent[]): Promise<void>;
  joined(roomId: string): Promise<void>;
  left(roomId: string, event: RoomEvent | null): Promise<void>;
  accountData(event: { readonly type: string; readonly content: unknown }): Promise<void>;
}

interface Parts {
  readonly client: Client;
  readonly rooms: Rooms;
  readonly receiver: Receiver;
  readonly log: Log;
}

/**
 * `since` is the token before; null: the first sync ever, whose timelines are old. Gives why something could not be handled
 * that may be handled when all of it is taken in again; null: there is nothing of the kind.
 */
export async function takeIn(
  { client, rooms, receiver, log }: Parts,
  sync: SyncResponse,
  since: string | null,
): Promise<unknown> {
  const { userId } = client.session;
  let away: unknown = null;

  async function safely(what: string, roomId: string, work: () => Promise<void>): Promise<void> {
    await assertHeld();
    try {
      await work();
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      if (isAway(error)) away ??= error;
      log.error('an event of Matrix could not be handled', error, { what, room: roomId });
    }
  }

  async function takeInRoom(roomId: string, room: JoinedRoom): Promise<void> {
    for (const event of readEvents(room.state?.events ?? [])) await rooms.apply(roomId, event);
    const before = await missed(roomId, room);
    const timeline = readEvents([...before, ...(room.timeline?.events ?? [])]);
    const entry = timeline.findLastIndex((event) => isEntry(event, userId));
    if (entry !== -1 && since !== null) {
      rooms.forget(roomId);
      await safely('join', roomId, () => receiver.joined(roomId));
    }
    for (const [index, event] of timeline.entries()) {
      await rooms.apply(roomId, event);
      // What was said before the bot came was not said to it.
      if (since === null || index <= entry) continue;
      await safely(event.type, roomId, () => receiver.event(roomId, event));
    }
  }

  async function missed(roomId: string, { timeline }: JoinedRoom): Promise<readonly unknown[]> {
    if (!timeline?.limited || !timeline.prev_batch || since === null) return [];
    if (readEvents(timeline.events).some((event) => isEntry(event, userId))) return [];
    try {
      return await fillGap(client, { roomId, from: timeline.prev_batch, to: since }, log);
    } catch (error) {
      if (isPassing(error) || isUnknownToken(error)) throw error;
      // Asked again, it would be refused again, and nothing would be heard in any room.
      log.error('a gap could not be filled', error, { room: roomId });
      return [];
    }
  }

  for (const raw of sync.account_data?.events ?? []) {
    await safely('account data', '', () => receiver.accountData(raw as { type: string; content: unknown }));
  }
  const [leave, invite, join] = [sync.rooms?.leave ?? {}, sync.rooms?.invite ?? {}, sync.rooms?.join ?? {}];
  // Before anything is answered: what is said meanwhile in a room that is encrypted now must be encrypted.
  for (const [roomId, { state, timeline }] of Object.entries(join)) {
    for (const event of readEvents([...(state?.events ?? []), ...(timeline?.events ?? [])]))
      if (event.type === 'm.room.encryption') await rooms.apply(roomId, event);
  }
  for (const [roomId, { state, timeline }] of Object.entries(leave)) {
    rooms.forget(roomId);
    const events = readEvents([...(state?.events ?? []), ...(timeline?.events ?? [])]);
    const own = events.findLast((event) => isMember(event, userId));
    if (since !== null) await safely('leave', roomId, () => receiver.left(roomId, own ?? null));
  }
  for (const [roomId, { invite_state }] of Object.entries(invite)) {
    const state = (invite_state?.events ?? []).flatMap((raw) => StrippedEvent.safeParse(raw).data ?? []);
    await safely('invite', roomId, () => receiver.invited(roomId, state));
  }
  // What is said in a fresh room is heard after the space has said that the room lies in it.
  const spacesFirst = Object.entries(join).toSorted(
    ([, a], [, b]) => Number(tellsOfRooms(b)) - Number(tellsOfRooms(a)),
  );
  for (const [roomId, room] of spacesFirst) await takeInRoom(roomId, room);
  return away;
}

function tellsOfRooms({ state, timeline }: JoinedRoom): boolean {
  return readEvents([...(state?.events ?? []), ...(timeline?.events ?? [])]).some(
    ({ type }) => type === 'm.space.child',
  );
}

function readEvents(raw: readonly unknown[]): readonly RoomEvent[] {
  return raw.flatMap((event) => RoomEvent.safeParse(event).data ?? []);
}

function isMember(event: RoomEvent, userId: string): boolean {
  return event.type === 'm.room.member' && event.state_key === userId;
}

/** The bot came in; a change of its name is the same event, but it was in the room before. */
function isEntry(event: RoomEvent, userId: string): boolean {
  if (!isMember(event, userId) || event.content.membership !== 'join') return false;
  return event.unsigned?.prev_content?.membership !== 'join';
}
