/** What platform adapters remember between restarts, and who holds which lease. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const platformMemory: Migration = {
  name: '0003-platform-memory',
  async up(db) {
    await sql`create table mitwirk.platform_memory (
      platform text not null,
      key text collate "C" not null,
      value text not null,
      about text,
      set_at timestamptz not null default now(),
      primary key (platform, key))`.execute(db);
    await sql`create index platform_memory_about on mitwirk.platform_memory (platform, about) where about is not null`.execute(
      db,
    );
    await sql`create table mitwirk.leases (
      name text primary key,
      holder text not null,
      until timestamptz not null)`.execute(db);
  },
};
