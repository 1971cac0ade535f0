/** Who may do what in a room: https://spec.matrix.org/v1.16/rooms/v12/#authorization-rules */
import type { RoomState } from './state.ts';

/** From this version on the creators of a room stand above all levels and are in no list. */
const CREATORS_ABOVE_ALL = 12;

export function powerOf({ power, creators, version }: RoomState, userId: string): number {
  if (Number(version) >= CREATORS_ABOVE_ALL && creators.includes(userId)) return Number.POSITIVE_INFINITY;
  // Without the event the creator has 100 and everybody else nothing.
  if (!power) return userId === creators[0] ? 100 : 0;
  return power.users[userId] ?? power.users_default;
}

/** Whether somebody may send events of a type that are no state. */
export function maySend(state: RoomState, userId: string, type: string): boolean {
  const needed = state.power?.events[type] ?? state.power?.events_default ?? 0;
  return powerOf(state, userId) >= needed;
}
