/** Links of accounts that everybody concerned has agreed to, and what it takes to undo them. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const STATEMENTS = [
  // What was asked for in the quarter of an hour before cannot be answered any more; it is asked for anew.
  `drop table mitwirk.link_requests`,
  `create table mitwirk.link_requests (
    id int generated always as identity primary key,
    asker_id int not null unique references mitwirk.people,
    asker_platform text not null,
    code text unique,
    typist_id int references mitwirk.people,
    typist_platform text,
    step text not null check (step in ('shown', 'typed', 'offered', 'confirmed')),
    since timestamptz not null,
    agreed_in int[] not null default '{}',
    check ((step = 'shown') = (code is not null)),
    check ((step = 'shown') = (typist_id is null)),
    check ((typist_id is null) = (typist_platform is null)))`,
  `create index link_requests_typist on mitwirk.link_requests (typist_id) where typist_id is not null`,
  `create table mitwirk.link_guesses (
    person_id int not null references mitwirk.people,
    guessed_at timestamptz not null)`,
  `create index link_guesses_person on mitwirk.link_guesses (person_id, guessed_at)`,

  `create table mitwirk.links (
    id int generated always as identity primary key,
    person_id int not null references mitwirk.people,
    added_id int not null unique references mitwirk.people,
    linked_at timestamptz not null)`,
  `create index links_person on mitwirk.links (person_id)`,
  `alter table mitwirk.identities add column link_id int references mitwirk.links`,
  `create index identities_link on mitwirk.identities (link_id) where link_id is not null`,
  `create table mitwirk.link_moves (
    link_id int not null references mitwirk.links on delete cascade,
    place text not null,
    key int not null,
    subkey int not null,
    became int,
    primary key (link_id, place, key, subkey))`,
  `create table mitwirk.link_memberships (
    link_id int not null references mitwirk.links on delete cascade,
    id int not null,
    group_id int not null references mitwirk.groups,
    person_id int not null references mitwirk.people,
    role text not null,
    deputy_of int references mitwirk.people,
    kind text,
    organisation text,
    primary key (link_id, id))`,

  // A seat that becomes another person's keeps its ballots.
  `alter table mitwirk.ballots drop constraint ballots_vote_id_holder_id_fkey`,
  `alter table mitwirk.ballots add constraint ballots_vote_id_holder_id_fkey
    foreign key (vote_id, holder_id) references mitwirk.seats on update cascade`,
];

export const accountLinks: Migration = {
  name: '0009-account-links',
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
