/** Tables of what working groups do: tasks, input rounds, work results. */

const taskFields = `
    text text not null,
    state text not null check (state in ('open', 'done', 'dropped')),
    assignee_id int references mitwirk.people,
    accepted_at timestamptz,
    due_date date,
    due_time time,
    closed_at timestamptz,
    closed_by int references mitwirk.people,
    check (due_time is null or due_date is not null)`;

export const groupWork: readonly string[] = [
  `create table mitwirk.tasks (
    id int generated always as identity primary key,
    process_id int not null references mitwirk.processes,
    group_id int not null references mitwirk.groups,
    number int not null,
    created_by int not null references mitwirk.people,
    created_at timestamptz not null,
    permalink text,
    unique (process_id, number), ${taskFields})`,
  `create index tasks_open on mitwirk.tasks (process_id, due_date) where state = 'open'`,
  `create index tasks_group on mitwirk.tasks (group_id)`,
  `create index tasks_assignee on mitwirk.tasks (assignee_id) where state = 'open'`,
  `create index tasks_created on mitwirk.tasks (process_id, created_at)`,
  `create index tasks_closed on mitwirk.tasks (process_id, closed_at) where closed_at is not null`,

  `create table mitwirk.task_changes (
    id int generated always as identity primary key,
    task_id int not null references mitwirk.tasks,
    changed_at timestamptz not null,
    changed_by int not null references mitwirk.people,
    undone boolean not null default false, ${taskFields})`,
  `create index task_changes_task on mitwirk.task_changes (task_id, id)`,
  `create index task_changes_by on mitwirk.task_changes (changed_by, id) where not undone`,

  `create table mitwirk.task_comments (
    id int generated always as identity primary key,
    task_id int not null references mitwirk.tasks,
    commented_at timestamptz not null,
    commented_by int not null references mitwirk.people,
    text text not null)`,
  `create index task_comments_task on mitwirk.task_comments (task_id, id)`,

  `create table mitwirk.rounds (
    id int generated always as identity primary key,
    process_id int not null references mitwirk.processes,
    group_id int not null references mitwirk.groups,
    number int not null,
    question text not null,
    anonymity text not null check (anonymity in ('named', 'anonymous')),
    deadline_date date not null,
    deadline_time time,
    state text not null check (state in ('open', 'closed')),
    opened_by int not null references mitwirk.people,
    opened_at timestamptz not null,
    closed_at timestamptz,
    last_number int not null default 0,
    unique (process_id, number))`,
  `create index rounds_open on mitwirk.rounds (group_id) where state = 'open'`,

  `create table mitwirk.contributions (
    id int generated always as identity primary key,
    round_id int not null references mitwirk.rounds,
    number int not null,
    person_id int not null references mitwirk.people,
    behalf_of text,
    kind text,
    text text not null,
    created_at timestamptz not null,
    edited_at timestamptz,
    withdrawn_at timestamptz,
    unique (round_id, number))`,
  `create index contributions_person on mitwirk.contributions (person_id)`,

  `create table mitwirk.results (
    id int generated always as identity primary key,
    process_id int not null references mitwirk.processes,
    group_id int not null references mitwirk.groups,
    number int not null,
    kind text not null,
    title text not null,
    text text not null,
    version int not null check (version > 0),
    state text not null check (state in ('draft', 'submitted', 'adopted', 'rejected', 'withdrawn')),
    created_by int not null references mitwirk.people,
    created_at timestamptz not null,
    submitted_at timestamptz,
    settled_at timestamptz,
    unique (process_id, number))`,
  `create index results_group on mitwirk.results (group_id)`,
  `create index results_state on mitwirk.results (process_id, state)`,

  `create table mitwirk.result_versions (
    result_id int not null references mitwirk.results,
    version int not null,
    title text not null,
    text text not null,
    written_at timestamptz not null,
    written_by int not null references mitwirk.people,
    primary key (result_id, version))`,

  `create table mitwirk.result_links (
    from_id int not null references mitwirk.results,
    to_id int not null references mitwirk.results,
    primary key (from_id, to_id),
    check (from_id <> to_id))`,
  `create index result_links_to on mitwirk.result_links (to_id)`,
];
