/** The rooms of a space and of the spaces within it. Whoever keeps a space writes what they like: circles, towers, thousands of rooms. */
import { MAX_SPACE_DEPTH, MAX_SPACE_ROOMS } from '../limits.ts';
import { type RoomSummary, SpaceChild } from '../schema.ts';
import type { Summaries } from './hierarchy.ts';

export interface RoomBelow {
  readonly roomId: string;
  /** Who put it into the space. */
  readonly sender: string;
  /** Servers that know it. */
  readonly via: readonly string[];
  /** Null where the bot may not see it. */
  readonly summary: RoomSummary | null;
}

/** Each room once, spaces among them, the nearest first and beside each other as the homeserver orders them. */
export function roomsBelow(spaceId: string, summaries: Summaries): readonly RoomBelow[] {
  const seen = new Set([spaceId]);
  const found: RoomBelow[] = [];
  let level: readonly string[] = [spaceId];
  for (let depth = 0; depth < MAX_SPACE_DEPTH && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const child of level.flatMap((parent) => childrenOf(summaries.get(parent)))) {
      if (seen.has(child.state_key) || found.length >= MAX_SPACE_ROOMS) continue;
      seen.add(child.state_key);
      next.push(child.state_key);
      const summary = summaries.get(child.state_key) ?? null;
      found.push({ roomId: child.state_key, sender: child.sender, via: child.content.via, summary });
    }
    level = next;
  }
  return found;
}

/** A child without `via` is none any more: https://spec.matrix.org/v1.16/client-server-api/#mspacechild */
function childrenOf(summary: RoomSummary | undefined): readonly SpaceChild[] {
  if (!isSpace(summary)) return [];
  return summary.children_state.flatMap((raw) => SpaceChild.safeParse(raw).data ?? []);
}

export function isSpace(summary: RoomSummary | null | undefined): summary is RoomSummary {
  return summary?.room_type === 'm.space';
}
