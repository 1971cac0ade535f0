/** The local chat's own memory. */
import type { Card } from '../../../src/message/model.ts';
import type { Identity, Json } from '../columns.ts';

export interface LocalPeopleTable {
  position: Identity<number>;
  id: string;
  name: string;
}

export type LocalRoomsTable = LocalPeopleTable;

export interface LocalMessagesTable {
  id: Identity<number>;
  /** The sequence it was posted with, and that of its newest change: the same until there is one. */
  posted: number;
  changed: number;
  room: string;
  author: string | null;
  only_for: string | null;
  text: string | null;
  card: Json<Card | null>;
  posted_at: Date;
  changed_at: Date;
}

export interface LocalKeysTable {
  key: string;
  message_id: number;
}

/** One row. */
export interface LocalStateTable {
  sequence: number;
  clock_offset_ms: number;
}
