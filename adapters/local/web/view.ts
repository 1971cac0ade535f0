/** A message as the page gets it. */
import type { FeedMessage } from './feed.ts';

export function shown({ id, order, sequence, room, author, onlyFor, text, card, at, changedAt }: FeedMessage) {
  return { id, order, sequence, room, author, private: onlyFor !== null, text, card, at, changedAt };
}
