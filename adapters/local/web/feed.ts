/** Every message of the local chat in its newest form, kept in memory for all open pages. */
import type { Timeline, TimelineEntry } from '../../../src/ports/timeline.ts';
import { personOfDirectRoom } from '../rooms.ts';

export interface FeedMessage extends Pick<TimelineEntry, 'room' | 'author' | 'onlyFor' | 'text' | 'card' | 'at'> {
  readonly id: string;
  /** Its place among the others: the sequence it was posted with. */
  readonly order: number;
  /** That of its newest form. */
  readonly sequence: number;
  readonly changedAt: Date | null;
}

export interface Feed {
  /** Reads what is new and gives it, each message once and in its newest form. */
  refresh(): Promise<readonly FeedMessage[]>;
  /** In the order in which they were posted. */
  messages(): readonly FeedMessage[];
  /** The newest sequence read. */
  latest(): number;
}

const PAGE = 500;

export function createFeed(timeline: Timeline): Feed {
  const known = new Map<string, FeedMessage>();
  let latest = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function read(): Promise<readonly FeedMessage[]> {
    const news = new Map<string, FeedMessage>();
    for (;;) {
      const page = await timeline.after(latest, PAGE);
      if (page.length === 0) return [...news.values()];
      for (const entry of page) {
        const message = merged(known.get(entry.messageId), entry);
        known.set(message.id, message);
        news.set(message.id, message);
        latest = entry.sequence;
      }
    }
  }

  return {
    refresh() {
      const result = last.then(read, read);
      last = result.catch(() => undefined);
      return result;
    },
    messages: () => [...known.values()],
    latest: () => latest,
  };
}

/** An edit keeps the place and the time of the message it changes. */
function merged(before: FeedMessage | undefined, entry: TimelineEntry): FeedMessage {
  const { room, author, onlyFor, text, card, at, sequence, edit } = entry;
  return {
    id: entry.messageId,
    room,
    author,
    onlyFor,
    text,
    card,
    at: before?.at ?? at,
    order: before?.order ?? sequence,
    sequence,
    changedAt: edit ? at : null,
  };
}

/** What a person may see: rooms of many, their own direct chat, and of private answers only their own. */
export function seenBy(message: Pick<FeedMessage, 'room' | 'onlyFor'>, person: string): boolean {
  const owner = personOfDirectRoom(message.room);
  return (owner === null || owner === person) && (message.onlyFor === null || message.onlyFor === person);
}
