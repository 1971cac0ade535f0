/** What is needed to notice a clock that jumps, and to open again what it has closed: when it was believed, doubts, the database's time. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const clocks: Migration = {
  name: '0008-clocks',
  async up(db) {
    await sql`create table mitwirk.clock (
      single boolean primary key default true check (single),
      seen_at timestamptz,
      uptime_ms double precision,
      boot text,
      check ((seen_at is null) = (uptime_ms is null)))`.execute(db);
    await sql`insert into mitwirk.clock default values`.execute(db);
    await sql`create table mitwirk.clock_doubts (
      id int generated always as identity primary key,
      against text not null check (against in ('database', 'elapsed', 'before')),
      shown timestamptz not null,
      expected timestamptz not null,
      told int[] not null default '{}',
      confirmed int[] not null default '{}',
      looked_at timestamptz not null,
      ended_at timestamptz)`.execute(db);
    await sql`alter table mitwirk.votes
      add column closed_at_database timestamptz, add column voided jsonb not null default '[]'`.execute(db);
    await sql`alter table mitwirk.rounds add column closed_at_database timestamptz`.execute(db);
    await sql`create index clock_doubts_open on mitwirk.clock_doubts (id) where ended_at is null`.execute(db);
  },
};
