/** Messages as the page gets them. */
import type { FeedMessage } from './feed.ts';

export function shown({ id, order, sequence, room, author, onlyFor, text, card, at, changedAt }: FeedMessage) {
  return { id, order, sequence, room, author, private: onlyFor !== null, text, card, at, changedAt };
}

/** The last of some messages, and whether there are earlier ones. */
export function newest(messages: readonly FeedMessage[], limit: number) {
  return { messages: messages.slice(-limit).map(shown), earlier: messages.length > limit };
}
