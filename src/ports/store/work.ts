/** What makes the bot reliable: events seen, work due, messages to send, the audit log. */

import type { AuditEntry } from '../../domain/audit/auditChain.ts';
import type { PersonId, ProcessId, RoomId } from '../../domain/ids.ts';
import type { DueItem, DueKind, DueWork } from '../../domain/time/due.ts';
import type { Card } from '../../message/model.ts';

/** Inbound events that were handled, with the answer, so that a retry gets the same one and has no second effect. */
export interface Events {
  /**
   * With the end of this transaction the event is handled and has this answer. The transaction fails with {@link EventHandled},
   * and so changes nothing, where another one was faster.
   */
  note(platform: string, key: string, at: Date, answer: Card | null): Promise<void>;
}

/** Another transaction has handled the event meanwhile; its answer can be asked for. */
export class EventHandled extends Error {
  constructor() {
    super('The event was handled by another transaction');
    this.name = 'EventHandled';
  }
}

export interface DueList {
  /** Registering the same work twice changes nothing, also when it has been done already. */
  register(work: readonly DueWork[]): Promise<void>;
  /** Takes back what is not done yet, of all kinds beginning with `prefix` (`task.`, or one kind in full). */
  cancel(prefix: string, objectIds: readonly number[]): Promise<void>;
  /** Processes with work that is to be done at `now`, the one that has waited longest first. */
  processes(now: Date): Promise<readonly ProcessId[]>;
  /** Claims all work of the process that is to be done at `now`; it counts as done when this transaction commits. The process must be locked. */
  claim(process: ProcessId, now: Date): Promise<readonly DueItem[]>;
  /** What was claimed and failed is to be done at `until` instead; its own time `at` stays what it was. */
  postpone(items: readonly { readonly id: number; readonly until: Date }[]): Promise<void>;
  /** What was claimed is to be done as before. */
  giveBack(ids: readonly number[]): Promise<void>;
  /** The earliest instant at which something is to be done, in the past or future. */
  next(): Promise<Date | null>;
  /** What counts as done in the process although its time is still to come is to be done at its time: a wrong clock did it. */
  redo(process: ProcessId, now: Date): Promise<void>;
  /** What is still to come for one object, earliest first. */
  pending(kind: DueKind, objectId: number): Promise<readonly DueItem[]>;
}

/** Where a message goes: to a room, or to one person alone (a direct chat, or shown to that person only). */
export type Recipient = { readonly room: RoomId } | { readonly person: PersonId; readonly platform: string };

export interface NewMessage {
  /** Unique: the same key is enqueued once. */
  readonly key: string;
  readonly processId: ProcessId | null;
  readonly to: Recipient;
  /** Names a card that is changed in place: the second message of a topic to the same recipient edits the first. */
  readonly topic: string | null;
  readonly card: Card;
}

export interface QueuedMessage extends NewMessage {
  readonly id: number;
  /** How often it was tried before. */
  readonly attempts: number;
  /** The platform's id of the message to be edited; null: to be posted. */
  readonly editOf: string | null;
}

export interface Outbox {
  /**
   * A message of the same topic to the same recipient that was never tried is replaced in its place, not followed. What is
   * posted in these words already is not sent again.
   */
  enqueue(messages: readonly NewMessage[], at: Date): Promise<void>;
  /**
   * Enqueues an edit for every recipient to whom a card of this topic was posted or is about to be. The card is drawn when it is
   * written: of several edits of a topic in one transaction only the last is.
   */
  edit(topic: string, key: string, card: () => Card, at: Date): Promise<void>;
  /**
   * Leases the oldest unsent message of each recipient that may be tried at `now`, until `leaseUntil`. A recipient gets
   * nothing while another message is leased to it. A lease that ran out is given again to this replica; what another
   * replica holds falls when that one dies, not before.
   */
  lease(now: Date, leaseUntil: Date, limit: number): Promise<readonly QueuedMessage[]>;
  /** Whether this very lease still stands: it has not ended, was not given again, and nobody took this replica for dead. */
  holds(message: Pick<QueuedMessage, 'id' | 'attempts'>): Promise<boolean>;
  sent(id: number, messageId: string, at: Date): Promise<void>;
  /** Try again at `nextAt`; null gives up and keeps the reason. Changes nothing once the lease has fallen. */
  failed(id: number, reason: string, nextAt: Date | null): Promise<void>;
  /** Messages to the room that could not be sent may be tried at `at` and not only later. */
  resume(room: RoomId, at: Date): Promise<void>;
  /**
   * No message of the process, or of none, waits for a time beyond `far`: it may be tried at `at` instead. A wrong clock has
   * written it or tried it, and it would hold up all that follows it.
   */
  hasten(process: ProcessId, far: Date, at: Date): Promise<void>;
  /** The earliest instant at which this replica may try an unsent message. */
  next(): Promise<Date | null>;
  /** Messages of the process that were given up and tried last since `since`. */
  undeliverable(process: ProcessId, since: Date): Promise<number>;
}

/** One append-only hash chain per process. */
export interface AuditLog {
  append(process: ProcessId, at: Date, actor: string, action: string, data: AuditEntry['data']): Promise<string>;
  /** Hash of the newest entry, 64 hexadecimal digits; zeros before the first. */
  head(process: ProcessId): Promise<string>;
  entries(process: ProcessId): Promise<readonly AuditEntry[]>;
}
