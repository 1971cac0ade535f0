/** Events seen, work due, messages to send, the audit log. */

import type { Generated, GeneratedAlways } from 'kysely';
import type { PersonId, ProcessId, RoomId } from '../../../src/domain/ids.ts';
import type { DueKind } from '../../../src/domain/time/due.ts';
import type { Card } from '../../../src/message/model.ts';
import type { Identity, Json } from '../columns.ts';

export interface EventsTable {
  platform: string;
  key: string;
  begun_at: Date;
  answer: Json<Card | null>;
}

export interface DueTable {
  id: Identity<number>;
  kind: DueKind;
  process_id: ProcessId;
  object_id: number;
  at: Date;
  /** When it is to be done: at its own time, or later after a fault. */
  next_at: Date;
  done_at: Date | null;
  failures: Generated<number>;
}

/** Who gets a message: a room, or a person on a platform. */
export interface RecipientColumns {
  process_id: ProcessId | null;
  room_id: RoomId | null;
  person_id: PersonId | null;
  platform: string | null;
  /** The three of them as one comparable text. */
  recipient: GeneratedAlways<string>;
}

/**
 * `waiting` until it is `sent`, `givenUp`, `replaced` by what an earlier message then says, or `needless` because it says
 * what is already posted. Only a waiting message has a card: what was said is the platform's to keep.
 */
export type MessageState = 'waiting' | 'sent' | 'givenUp' | 'replaced' | 'needless';

export interface OutboxTable extends RecipientColumns {
  id: Identity<number>;
  key: string;
  topic: string | null;
  card: Json<Card | null>;
  state: MessageState;
  /** When it may be tried (again); while it is leased, the end of the lease. */
  next_at: Date;
  attempts: number;
  tried_at: Date | null;
  /** The replica it is leased to; null: to nobody. */
  holder: string | null;
  reason: string | null;
}

/** Where the card of a topic stands, and the fingerprint of what it says. */
export interface PostedTable extends RecipientColumns {
  topic: string;
  message_id: string;
  card_hash: string;
  posted_at: Date;
}

export interface AuditTable {
  process_id: ProcessId;
  sequence: number;
  at: Date;
  actor: string;
  action: string;
  data: Json<Record<string, unknown>>;
  previous: string;
  hash: string;
}

/** The newest entry of each chain; locked while the next one is appended. */
export interface AuditHeadsTable {
  process_id: ProcessId;
  sequence: number;
  hash: string;
}
