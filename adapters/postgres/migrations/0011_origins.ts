/**
 * Where accounts are at home, who was let into rooms of a process, who is asked to join a group of one, and for which of
 * several processes somebody speaks in their direct chat.
 */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const origins: Migration = {
  name: '0011-origins',
  async up(db) {
    await sql`alter table mitwirk.identities add column origin text`.execute(db);
    // As the adapters write their ids: workspace:user, @user:server.
    await sql`update mitwirk.identities set origin = case platform
      when 'slack' then split_part(external_id, ':', 1)
      when 'matrix' then substr(external_id, strpos(external_id, ':') + 1)
      else platform end`.execute(db);
    await sql`alter table mitwirk.identities alter column origin set not null`.execute(db);
    await sql`create table mitwirk.guests (
      id int generated always as identity primary key,
      process_id int not null references mitwirk.processes,
      person_id int not null references mitwirk.people,
      unique (process_id, person_id))`.execute(db);
    await sql`create index guests_person on mitwirk.guests (person_id)`.execute(db);
    // `belongs`: with a seat in a group or as coordinator; the others were let into a room.
    await sql`create view mitwirk.participants as
      select process_id, person_id, belongs from (
        select process_id, person_id, true as belongs from mitwirk.coordinators
        union all
        select process_id, person_id, true from mitwirk.memberships
          join mitwirk.groups on groups.id = memberships.group_id and groups.archived_at is null
        union all
        select process_id, person_id, false from mitwirk.guests
      ) as everybody
      join mitwirk.processes on processes.id = everybody.process_id and processes.archived_at is null`.execute(db);
    await sql`create table mitwirk.invitations (
      id int generated always as identity primary key,
      process_id int not null references mitwirk.processes,
      group_id int not null references mitwirk.groups,
      person_id int not null references mitwirk.people,
      invited_by int not null references mitwirk.people,
      role text not null check (role in ('chair', 'lead', 'member', 'deputy', 'expert')),
      deputy_of int references mitwirk.people,
      kind text,
      organisation text,
      invited_at timestamptz not null,
      state text not null check (state in ('open', 'agreed', 'declined', 'withdrawn')),
      answered_at timestamptz,
      check ((state = 'open') = (answered_at is null)))`.execute(db);
    await sql`create index invitations_person on mitwirk.invitations (person_id, group_id)`.execute(db);
    await sql`alter table mitwirk.rooms add column chosen_id int references mitwirk.processes`.execute(db);
    await sql`create table mitwirk.questions (
      id int generated always as identity primary key,
      person_id int not null references mitwirk.people,
      room_id int not null references mitwirk.rooms,
      deed jsonb not null,
      asked_at timestamptz not null)`.execute(db);
    await sql`create index questions_person on mitwirk.questions (person_id)`.execute(db);
  },
};
