/** Tables of the local chat. */

export const local: readonly string[] = [
  `create table mitwirk.local_people (
    position int generated always as identity,
    id text primary key,
    name text not null)`,
  `create table mitwirk.local_rooms (
    position int generated always as identity,
    id text primary key,
    name text not null)`,
  `create table mitwirk.local_messages (
    id int generated always as identity primary key,
    posted int not null unique,
    changed int not null unique check (changed >= posted),
    room text not null,
    author text,
    only_for text,
    text text,
    card jsonb,
    posted_at timestamptz not null,
    changed_at timestamptz not null)`,
  `create table mitwirk.local_keys (
    key text primary key,
    message_id int not null references mitwirk.local_messages)`,
  `create table mitwirk.local_state (
    single boolean primary key default true check (single),
    sequence int not null default 0,
    clock_offset_ms double precision not null default 0)`,
  `insert into mitwirk.local_state default values`,
];
