/** Containers of rooms, as their platform shows them, and the processes they belong to. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const spaces: Migration = {
  name: '0006-spaces',
  async up(db) {
    await sql`create table mitwirk.spaces (
      id int generated always as identity primary key,
      platform text not null,
      external_id text not null,
      name text not null,
      process_id int references mitwirk.processes,
      in_sight boolean not null,
      unique (platform, external_id))`.execute(db);
    await sql`create index spaces_process on mitwirk.spaces (process_id) where process_id is not null`.execute(db);
    await sql`create table mitwirk.space_rooms (
      space_id int not null references mitwirk.spaces,
      external_id text not null,
      position int not null,
      name text,
      address text,
      inside boolean not null,
      primary key (space_id, external_id))`.execute(db);
    await sql`create index space_rooms_room on mitwirk.space_rooms (external_id)`.execute(db);
  },
};
