/** A room the bot cannot speak in any more, and the same room found again. */

import { tell } from '../../../acting/announce.ts';
import { leadsOf } from '../../../acting/leads.ts';
import { BOT, record } from '../../../acting/record.ts';
import type { Group } from '../../../domain/group/group.ts';
import type { PersonId, RoomId } from '../../../domain/ids.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Tx } from '../../../ports/store.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { roomFoundCard, roomLostCard } from '../cards/lost.ts';

type Told = (say: Phrases, name: string) => ReturnType<typeof roomLostCard>;

/** Tells lead and coordination once; what is to be said there waits. Rooms of no process are nobody's concern. */
export async function loseRoom(tx: Tx, room: RoomId, now: Date): Promise<void> {
  const process = await lockProcessOf(tx, room);
  if (await tx.rooms.setLost(room, now)) await tellOf(tx, process, room, now, 'room.lost', roomLostCard);
}

/** Tells the same people, and lets what waited be sent. */
export async function findRoom(tx: Tx, room: RoomId, now: Date): Promise<void> {
  const process = await lockProcessOf(tx, room);
  if (!(await tx.rooms.setLost(room, null))) return;
  await tx.outbox.resume(room, now);
  await tellOf(tx, process, room, now, 'room.found', roomFoundCard);
}

/** Before anything of the room is changed: who holds a process waits for nobody who wants it. */
async function lockProcessOf(tx: Tx, room: RoomId): Promise<Process | null> {
  const known = await tx.rooms.byId(room);
  return known?.processId ? tx.processes.lock(known.processId) : null;
}

async function tellOf(
  tx: Tx,
  process: Process | null,
  roomId: RoomId,
  now: Date,
  action: string,
  card: Told,
): Promise<void> {
  const room = await tx.rooms.byId(roomId);
  if (!room || !process || process.archivedAt) return;
  const group = await tx.groups.ofRoom(roomId);
  const fact = await record(tx, process, now, BOT, action, { room: roomId });
  const people = await concernedBy(tx, process, group);
  const name = group?.name ?? room.name;
  await tell(
    tx,
    fact,
    people.map((personId) => ({ personId, card: (say) => card(say, name) })),
  );
}

async function concernedBy(tx: Tx, process: Process, group: Group | null): Promise<readonly PersonId[]> {
  const leads = group ? await leadsOf(tx, process, group.id) : [];
  return [...new Set([...leads, ...(await tx.processes.coordinators(process.id))])];
}
