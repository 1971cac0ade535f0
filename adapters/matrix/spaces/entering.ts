/** Which rooms of a space the bot enters by itself. To put a room into a space is to invite the bot there: only those may whose invitations are accepted. */
import { isWelcome } from '../rooms/invitations.ts';
import type { RoomSummary } from '../schema.ts';
import { isSpace, type RoomBelow } from './below.ts';

export interface Entering {
  readonly botId: string;
  readonly invitesFrom: readonly string[];
  readonly joined: ReadonlySet<string>;
  /** Whether the bot can speak in encrypted rooms. */
  readonly encryption: boolean;
}

/** One in which nobody is left is of no use; where the bot could only say that it cannot read, it waits to be asked. */
export function mayEnter({ roomId, sender, summary }: RoomBelow, entering: Entering): boolean {
  const { botId, invitesFrom, joined, encryption } = entering;
  if (summary === null || joined.has(roomId) || summary.num_joined_members === 0) return false;
  if (summary.encryption !== undefined && !encryption && !isSpace(summary)) return false;
  return isWelcome(sender, botId, invitesFrom) && isOpen(summary, joined);
}

/** https://spec.matrix.org/v1.16/client-server-api/#mroomjoin_rules; one that is not told of is public. */
function isOpen({ join_rule: rule, allowed_room_ids: allowed }: RoomSummary, joined: ReadonlySet<string>): boolean {
  if (rule === 'restricted' || rule === 'knock_restricted') return allowed.some((roomId) => joined.has(roomId));
  return rule === 'public';
}

interface Surveyed {
  readonly roomId: string;
  readonly below: readonly RoomBelow[];
}

/**
 * The spaces that lie in no other. From them alone the bot goes further in: a tower of spaces, each entered because it lies
 * in the one before, would lead it on without end. Of a circle, one is the outermost.
 */
export function outermost<T extends Surveyed>(spaces: readonly T[]): readonly T[] {
  const holds = (outer: Surveyed, inner: Surveyed) => outer.below.some(({ roomId }) => roomId === inner.roomId);
  return spaces.filter(
    (space) =>
      !spaces.some(
        (other) => other !== space && holds(other, space) && !(holds(space, other) && space.roomId < other.roomId),
      ),
  );
}
