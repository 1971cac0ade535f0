/** The columns of a message of the local chat, and the entries they stand for. */
import type { Card } from '../../../src/message/model.ts';
import type { TimelineEntry } from '../../../src/ports/timeline.ts';

export const MESSAGE = [
  'id',
  'posted',
  'changed',
  'room',
  'author',
  'only_for as onlyFor',
  'text',
  'card',
  'posted_at as postedAt',
  'changed_at as changedAt',
] as const;

interface MessageRow extends Pick<TimelineEntry, 'room' | 'author' | 'onlyFor' | 'text'> {
  readonly id: number;
  readonly posted: number;
  readonly changed: number;
  readonly card: Card | null;
  readonly postedAt: Date;
  readonly changedAt: Date;
}

/** The entry with which the message came, in its newest form. */
export function toAppended({ id, posted, changed: _, changedAt: __, ...same }: MessageRow): TimelineEntry {
  return { ...same, sequence: posted, messageId: String(id), order: posted, at: same.postedAt, edit: false };
}

/** The entry of its newest change; of a message that was never changed, the entry with which it came. */
export function toChanged(row: MessageRow): TimelineEntry {
  return { ...toAppended(row), sequence: row.changed, at: row.changedAt, edit: row.changed > row.posted };
}
