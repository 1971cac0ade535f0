/** Messages as the page gets them. */
import type { Timeline, TimelineEntry, TimelineView } from '../../../src/ports/timeline.ts';
import { seenBy } from './feed.ts';

/** Messages of one room that are sent at once. */
const PAGE = 60;

export function shown({ messageId, order, sequence, room, author, onlyFor, text, card, ...entry }: TimelineEntry) {
  const { postedAt, at, edit } = entry;
  const changedAt = edit ? at : null;
  return {
    id: messageId,
    order,
    sequence,
    room,
    author,
    private: onlyFor !== null,
    text,
    card,
    at: postedAt,
    changedAt,
  };
}

/** The last messages of a view, and whether there are earlier ones. */
export async function newest(timeline: Timeline, view: TimelineView) {
  const found = seenBy({ room: view.room, onlyFor: null }, view.person) ? await timeline.newest(view, PAGE + 1) : [];
  return { messages: found.slice(-PAGE).map(shown), earlier: found.length > PAGE };
}
