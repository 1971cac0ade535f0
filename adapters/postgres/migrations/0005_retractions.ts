/** Ballots that are taken back, and native polls as a way to vote. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const retractions: Migration = {
  name: '0005-retractions',
  async up(db) {
    await sql`alter table mitwirk.ballots alter column choice drop not null`.execute(db);
    await sql`alter table mitwirk.ballots add constraint ballots_taken_back check (choice is not null or reason is null)`.execute(
      db,
    );
    await sql`alter table mitwirk.processes add column polls boolean not null default false`.execute(db);
    await sql`alter table mitwirk.votes add column polls boolean not null default false`.execute(db);
  },
};
