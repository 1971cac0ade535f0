/** What was said in the rooms of the local chat: its adapter's own memory, as a platform's server would have it. */
import type { Card } from '../message/model.ts';

export interface TimelineEntry {
  /** Rises with every entry, edits included. */
  readonly sequence: number;
  readonly messageId: string;
  /** Its place among the messages, and when it was posted: the same after every edit. */
  readonly order: number;
  readonly postedAt: Date;
  /** Room id as the local chat names it: `steuerung`, or `dm/vorsitz`. */
  readonly room: string;
  /** The person's id who spoke; null: the bot. */
  readonly author: string | null;
  /** Only this person sees it; null: everyone in the room. */
  readonly onlyFor: string | null;
  readonly text: string | null;
  readonly card: Card | null;
  readonly at: Date;
  /** True when this entry changed an earlier message in place. */
  readonly edit: boolean;
}

export type NewTimelineEntry = Omit<TimelineEntry, 'sequence' | 'messageId' | 'order' | 'postedAt' | 'edit'>;

export interface LocalPerson {
  readonly id: string;
  readonly name: string;
}

export interface LocalRoom {
  readonly id: string;
  readonly name: string;
}

/** The messages of a room that a person sees; `before`: only those with a lower order. */
export interface TimelineView {
  readonly room: string;
  readonly person: string;
  readonly before?: number;
}

export interface Timeline {
  /** Appends a message. The same key appends once and gives the id of the first. */
  append(key: string, entry: NewTimelineEntry): Promise<TimelineEntry>;
  /** Replaces the card of a message. The same key changes once. */
  change(key: string, messageId: string, card: Card, at: Date): Promise<TimelineEntry>;
  message(messageId: string): Promise<TimelineEntry | null>;
  /**
   * What is new after `sequence`, in order and every message in its newest form: one posted since then once, in the place
   * where it was posted; one posted before and changed since then once, as an edit.
   */
  after(sequence: number, limit: number): Promise<readonly TimelineEntry[]>;
  /** The last `limit` messages of a view in their newest form, in the order in which they were posted. */
  newest(view: TimelineView, limit: number): Promise<readonly TimelineEntry[]>;
  /** The highest sequence there is; 0 when nothing was said yet. */
  latest(): Promise<number>;
  people(): Promise<readonly LocalPerson[]>;
  rooms(): Promise<readonly LocalRoom[]>;
  ensurePerson(person: LocalPerson): Promise<void>;
  ensureRoom(room: LocalRoom): Promise<void>;
  /** How far the clock was moved ahead of the real one, in milliseconds. */
  clockOffset(): Promise<number>;
  setClockOffset(milliseconds: number): Promise<void>;
}
