/** What happens to people and rooms on a platform without anybody having typed a command. */
import type { SpaceInSight } from '../domain/process/space.ts';
import { noteDeparture } from '../features/room/acts/left.ts';
import { findRoom, loseRoom } from '../features/room/acts/lost.ts';
import type { Sender } from '../ports/inbound.ts';
import { EventHandled } from '../ports/store/work.ts';
import type { Store } from '../ports/store.ts';
import { storable } from '../text/storable.ts';

/** Takes over the name and handle of somebody who is known already; strangers stay strangers. */
export function rename(store: Store, platform: string, { name, ...identity }: Sender): Promise<void> {
  return store.transaction(async (tx) => {
    const known = await tx.people.byIdentity(platform, identity.externalId);
    if (known) await tx.people.ensure({ platform, ...identity }, name);
  });
}

/** Said once a month at most, however often the platform repeats it. */
export async function depart(store: Store, platform: string, externalId: string, now: Date): Promise<void> {
  try {
    await store.transaction(async (tx) => {
      const person = await tx.people.byIdentity(platform, externalId);
      if (!person) return;
      await noteDeparture(tx, person, now);
      await tx.events.note(platform, `left ${externalId}`, now, null);
    });
  } catch (error) {
    if (!(error instanceof EventHandled)) throw error;
  }
}

/** A room the bot never heard of needs no word. */
export function changeReach(
  store: Store,
  platform: string,
  externalId: string,
  reach: 'lost' | 'found',
  now: Date,
): Promise<void> {
  return store.transaction(async (tx) => {
    const room = await tx.rooms.byExternalId(platform, externalId);
    if (room) await (reach === 'lost' ? loseRoom : findRoom)(tx, room.id, now);
  });
}

/** Where the bot was shut out of the old room, it is in the new one: what waited is said there. */
export function moveRoom(store: Store, platform: string, from: string, to: string, now: Date): Promise<void> {
  return store.transaction(async (tx) => {
    const rooms = [await tx.rooms.byExternalId(platform, from), await tx.rooms.byExternalId(platform, to)];
    const processes = new Set(rooms.flatMap((room) => room?.processId ?? []));
    for (const id of [...processes].sort((a, b) => a - b)) await tx.processes.lock(id);
    await tx.rooms.move(platform, from, to);
    await tx.spaces.move(platform, from, to);
    const room = await tx.rooms.byExternalId(platform, to);
    if (room) await findRoom(tx, room.id, now);
  });
}

/** What a platform shows of spaces is taken over in silence: whoever wants to know asks for it. */
export function seeSpaces(store: Store, platform: string, spaces: readonly SpaceInSight[]): Promise<void> {
  const seen = spaces.map(({ name, rooms, ...space }) => ({
    ...space,
    name: storable(name),
    rooms: rooms.map((room) => ({ ...room, name: room.name === null ? null : storable(room.name) })),
  }));
  return store.transaction((tx) => tx.spaces.see(platform, seen));
}
