/** Follows the messages of the local chat for all open pages. It keeps its place among them and no message. */
import type { Timeline, TimelineEntry } from '../../../src/ports/timeline.ts';
import { createLane } from '../../kit/lanes.ts';
import { personOfDirectRoom } from '../rooms.ts';

export interface Feed {
  /** Hands on what is new since the last time, in order and in parts. */
  refresh(handOn: (news: readonly TimelineEntry[]) => void): Promise<void>;
  /** The newest sequence handed on. */
  latest(): number;
  /**
   * Calls back with what was handed on after `sequence`, before anything newer is; null when that is more than a page takes
   * up, or when there is no such sequence.
   */
  since(sequence: number, take: (missed: readonly TimelineEntry[] | null) => void): Promise<void>;
}

/** Messages that are read at once, and the most that a page is sent after an interruption. */
const PART = 200;

export function createFeed(timeline: Timeline): Feed {
  let latest: number | null = null;
  const inTurn = createLane();

  return {
    refresh: (handOn) =>
      inTurn(async () => {
        latest ??= await timeline.latest();
        for (;;) {
          const part = await timeline.after(latest, PART);
          if (part.length === 0) return;
          handOn(part);
          latest = part.at(-1)?.sequence ?? latest;
        }
      }),
    latest: () => latest ?? 0,
    since: (sequence, take) =>
      inTurn(async () => {
        const upTo = latest ?? 0;
        if (!Number.isInteger(sequence) || sequence < 0 || sequence > upTo) return take(null);
        const part = await timeline.after(sequence, PART);
        take(part.length === PART ? null : part.filter((entry) => entry.sequence <= upTo));
      }),
  };
}

/** What a person may see: rooms of many, their own direct chat, and of private answers only their own. */
export function seenBy({ room, onlyFor }: Pick<TimelineEntry, 'room' | 'onlyFor'>, person: string): boolean {
  const owner = personOfDirectRoom(room);
  return (owner === null || owner === person) && (onlyFor === null || onlyFor === person);
}

/** How many messages a person sees that are newer than `sequence`, by room. */
export async function newsByRoom(
  timeline: Timeline,
  sequence: number,
  person: string,
): Promise<Readonly<Record<string, number>>> {
  const rooms = new Map<string, Set<string>>();
  for (let after = sequence; ; ) {
    const part = await timeline.after(after, PART);
    if (part.length === 0) break;
    for (const entry of part) {
      after = entry.sequence;
      if (seenBy(entry, person)) rooms.set(entry.room, (rooms.get(entry.room) ?? new Set()).add(entry.messageId));
    }
  }
  return Object.fromEntries([...rooms].map(([room, messages]) => [room, messages.size]));
}
