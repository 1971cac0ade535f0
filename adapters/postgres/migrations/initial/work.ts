/** Tables of events seen, work due, messages to send, and the audit log. */

const recipient = `
    process_id int references mitwirk.processes,
    room_id int references mitwirk.rooms,
    person_id int references mitwirk.people,
    platform text,
    recipient text not null generated always as (
      case when room_id is not null then 'room:' || room_id::text else 'person:' || person_id::text || ':' || platform end
    ) stored,
    check (num_nonnulls(room_id, person_id) = 1),
    check ((person_id is null) = (platform is null))`;

export const work: readonly string[] = [
  `create table mitwirk.events (
    platform text not null,
    key text not null,
    begun_at timestamptz not null,
    answer jsonb,
    primary key (platform, key))`,

  `create table mitwirk.due (
    id int generated always as identity primary key,
    kind text not null,
    process_id int not null references mitwirk.processes,
    object_id int not null,
    at timestamptz not null,
    next_at timestamptz not null,
    done_at timestamptz,
    unique (object_id, kind, at))`,
  `create index due_to_do on mitwirk.due (next_at, id) where done_at is null`,

  `create table mitwirk.outbox (
    id int generated always as identity primary key,
    key text not null unique,
    topic text,
    card jsonb,
    state text not null check (state in ('waiting', 'sent', 'givenUp', 'replaced', 'needless')),
    next_at timestamptz not null,
    attempts int not null default 0,
    tried_at timestamptz,
    reason text, ${recipient},
    check ((state = 'waiting') = (card is not null)))`,
  `create index outbox_recipient on mitwirk.outbox (recipient, id) include (next_at, attempts) where state = 'waiting'`,
  `create index outbox_topic on mitwirk.outbox (topic) where state = 'waiting'`,
  `create index outbox_person on mitwirk.outbox (person_id) where state = 'waiting' and person_id is not null`,
  `create index outbox_given_up on mitwirk.outbox (process_id, tried_at) where state = 'givenUp'`,

  `create table mitwirk.posted (
    topic text not null,
    message_id text not null,
    card_hash text not null,
    posted_at timestamptz not null, ${recipient},
    primary key (topic, recipient))`,
  `create index posted_person on mitwirk.posted (person_id) where person_id is not null`,

  `create table mitwirk.audit (
    process_id int not null references mitwirk.processes,
    sequence int not null check (sequence > 0),
    at timestamptz not null,
    actor text not null,
    action text not null,
    data jsonb not null,
    previous text not null check (length(previous) = 64),
    hash text not null check (length(hash) = 64),
    primary key (process_id, sequence))`,
  `create table mitwirk.audit_heads (
    process_id int primary key references mitwirk.processes,
    sequence int not null,
    hash text not null)`,
  `create function mitwirk.refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'the audit log is append-only'; end $$`,
  `create trigger audit_is_append_only before update or delete or truncate on mitwirk.audit
    for each statement execute function mitwirk.refuse_change()`,
];
