/** How often due work has failed: it waits longer each time. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const dueFailures: Migration = {
  name: '0010-due-failures',
  async up(db) {
    await sql`alter table mitwirk.due add column failures int not null default 0`.execute(db);
  },
};
