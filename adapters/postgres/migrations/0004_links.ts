/** One human being with identities on several platforms: who wants to be linked, and who became whom. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const links: Migration = {
  name: '0004-links',
  async up(db) {
    await sql`alter table mitwirk.people add column merged_into int references mitwirk.people`.execute(db);
    await sql`create index people_merged on mitwirk.people (merged_into) where merged_into is not null`.execute(db);
    await sql`create table mitwirk.link_requests (
      person_id int primary key references mitwirk.people,
      code text not null unique,
      asked_at timestamptz not null,
      claimed_by int references mitwirk.people)`.execute(db);
  },
};
