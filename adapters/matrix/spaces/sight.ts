/** A space as the application is told of it. */
import type { RoomInSpace, SpaceInSight } from '../../../src/domain/process/space.ts';
import { matrixTo } from '../render/html.ts';
import { roomName, serverOf } from '../rooms/names.ts';
import type { RoomState } from '../rooms/state.ts';
import { isSpace, type RoomBelow } from './below.ts';

export interface Survey {
  readonly roomId: string;
  readonly state: RoomState;
  /** Everything in it, spaces too. */
  readonly below: readonly RoomBelow[];
}

export interface Known {
  readonly botId: string;
  /** The rooms the bot is in. */
  readonly states: ReadonlyMap<string, RoomState>;
}

export function inSight({ roomId, state, below }: Survey, known: Known): SpaceInSight {
  const shown = new Map<string, RoomInSpace>();
  for (const room of below) {
    if (isSpace(room.summary)) continue;
    const now = inPlaceOf(room.roomId, known);
    shown.set(now, shownAs(now, room, known));
  }
  return { externalId: roomId, name: nameOf(state, roomId, known), rooms: [...shown.values()] };
}

/** The room that took the place of another, where both say so and the bot is in it: spaces go on naming the old one. */
function inPlaceOf(roomId: string, { states }: Known): string {
  const seen = new Set<string>();
  let now = roomId;
  for (;;) {
    seen.add(now);
    const next = states.get(now)?.replacedBy ?? null;
    if (next === null || seen.has(next) || states.get(next)?.predecessor !== now) return now;
    now = next;
  }
}

function shownAs(roomId: string, { summary, via }: RoomBelow, known: Known): RoomInSpace {
  const state = known.states.get(roomId);
  const name = state ? nameOf(state, roomId, known) : (summary?.name ?? summary?.canonical_alias ?? null);
  const servers = via.map((server) => `via=${encodeURIComponent(server)}`).join('&');
  return { externalId: roomId, name, address: `${matrixTo(roomId)}?${servers}`, inside: state !== undefined };
}

function nameOf(state: RoomState, roomId: string, { botId }: Known): string {
  return roomName(state, roomId, botId, serverOf(botId));
}
