/** Tables of people, processes, rooms and groups. */

export const people: readonly string[] = [
  `create table mitwirk.people (
    id int generated always as identity primary key,
    token text not null unique,
    name text not null,
    name_folded text not null,
    locale text,
    zone text,
    absent_from date,
    absent_to date,
    absence_deputy_id int references mitwirk.people,
    reminders boolean not null default true,
    erased_at timestamptz,
    check ((absent_from is null) = (absent_to is null)),
    check (absent_from <= absent_to))`,
  `create index people_name on mitwirk.people (name_folded) where erased_at is null`,

  `create table mitwirk.identities (
    id int generated always as identity,
    platform text not null,
    external_id text not null,
    person_id int not null references mitwirk.people,
    handle text not null,
    handle_folded text not null,
    name text not null,
    primary key (platform, external_id))`,
  `create index identities_handle on mitwirk.identities (platform, handle_folded)`,
  `create index identities_person on mitwirk.identities (person_id)`,

  `create table mitwirk.processes (
    id int generated always as identity primary key,
    name text not null,
    region text,
    zone text not null,
    locale text not null,
    digest_weekday smallint not null check (digest_weekday between 1 and 7),
    digest_time time not null,
    vote_profile text not null,
    example boolean not null,
    created_at timestamptz not null,
    archived_at timestamptz,
    last_digest_at timestamptz)`,

  `create table mitwirk.coordinators (
    id int generated always as identity primary key,
    process_id int not null references mitwirk.processes,
    person_id int not null references mitwirk.people,
    unique (process_id, person_id))`,
  `create index coordinators_person on mitwirk.coordinators (person_id)`,

  `create table mitwirk.counters (
    process_id int not null references mitwirk.processes,
    name text not null,
    value int not null check (value > 0),
    primary key (process_id, name))`,

  `create table mitwirk.rooms (
    id int generated always as identity primary key,
    platform text not null,
    external_id text not null,
    kind text not null check (kind in ('channel', 'direct')),
    name text not null,
    process_id int references mitwirk.processes,
    unique (platform, external_id))`,

  `create table mitwirk.groups (
    id int generated always as identity primary key,
    process_id int not null references mitwirk.processes,
    kind text not null check (kind in ('steering', 'working')),
    name text not null,
    field text,
    room_id int references mitwirk.rooms,
    archived_at timestamptz)`,
  `create index groups_process on mitwirk.groups (process_id)`,
  `create unique index groups_room on mitwirk.groups (room_id) where archived_at is null`,

  `create table mitwirk.memberships (
    id int generated always as identity primary key,
    group_id int not null references mitwirk.groups,
    person_id int not null references mitwirk.people,
    role text not null check (role in ('chair', 'lead', 'member', 'deputy', 'expert')),
    deputy_of int references mitwirk.people,
    kind text,
    organisation text,
    unique (group_id, person_id),
    check (deputy_of is null or role = 'deputy'))`,
  `create index memberships_person on mitwirk.memberships (person_id)`,
];
