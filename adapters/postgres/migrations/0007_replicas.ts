/** The replicas that are running, each with its last heartbeat, and what each of them holds. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const replicas: Migration = {
  name: '0007-replicas',
  async up(db) {
    await sql`create table mitwirk.replicas (
      id text primary key,
      since timestamptz not null default clock_timestamp(),
      beat_at timestamptz not null default clock_timestamp())`.execute(db);
    await sql`alter table mitwirk.outbox add column holder text`.execute(db);
    await sql`drop index mitwirk.outbox_recipient`.execute(db);
    await sql`create index outbox_recipient on mitwirk.outbox (recipient, id)
      include (next_at, attempts, holder) where state = 'waiting'`.execute(db);
    await sql`alter table mitwirk.leases add column replica text`.execute(db);
  },
};
