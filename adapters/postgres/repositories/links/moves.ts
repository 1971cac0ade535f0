/** Everything else that names a person: it names the other while a link lasts, and is written down so that it can go back. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../tables/tables.ts';
import type { Joint } from './joint.ts';

interface Place {
  readonly table: string;
  readonly column: string;
  /** Columns that name the row, whole numbers that never change. */
  readonly key: readonly [string] | readonly [string, string];
  /** Which rows stay as they are. */
  readonly except?: (joint: Joint) => RawBuilder<boolean>;
}

const ID = ['id'] as const;

/** A vote in which both have a part: its roll is fixed. */
const SHARED_VOTE = ({ person }: Joint) =>
  sql<boolean>`vote_id in (select vote_id from mitwirk.seats where ${person} in (holder_id, deputy_id))`;

const PLACES: readonly Place[] = [
  { table: 'tasks', column: 'assignee_id', key: ID },
  { table: 'tasks', column: 'created_by', key: ID },
  { table: 'tasks', column: 'closed_by', key: ID },
  { table: 'task_changes', column: 'assignee_id', key: ID },
  { table: 'task_changes', column: 'changed_by', key: ID },
  { table: 'task_changes', column: 'closed_by', key: ID },
  { table: 'task_comments', column: 'commented_by', key: ID },
  { table: 'rounds', column: 'opened_by', key: ID },
  { table: 'contributions', column: 'person_id', key: ID },
  { table: 'results', column: 'created_by', key: ID },
  { table: 'result_versions', column: 'written_by', key: ['result_id', 'version'] },
  { table: 'votes', column: 'opened_by', key: ID },
  // The ballots of a seat go with it.
  { table: 'seats', column: 'holder_id', key: ['vote_id', 'position'], except: SHARED_VOTE },
  { table: 'seats', column: 'deputy_id', key: ['vote_id', 'position'], except: SHARED_VOTE },
  { table: 'seats', column: 'recused_by', key: ['vote_id', 'position'] },
  { table: 'ballots', column: 'cast_by', key: ['vote_id', 'sequence'] },
  { table: 'outbox', column: 'person_id', key: ID },
  { table: 'questions', column: 'person_id', key: ID },
  { table: 'invitations', column: 'person_id', key: ID },
  { table: 'invitations', column: 'invited_by', key: ID },
  { table: 'invitations', column: 'deputy_of', key: ID },
  {
    table: 'guests',
    column: 'person_id',
    key: ID,
    except: ({ person }) => sql`process_id in (select process_id from mitwirk.guests where person_id = ${person})`,
  },
  { table: 'people', column: 'absence_deputy_id', key: ID, except: ({ person }) => sql`id = ${person}` },
  { table: 'memberships', column: 'deputy_of', key: ID, except: ({ person }) => sql`person_id = ${person}` },
  {
    table: 'coordinators',
    column: 'person_id',
    key: ID,
    except: ({ person }) =>
      sql`process_id in (select process_id from mitwirk.coordinators where person_id = ${person})`,
  },
];

export async function moveAll(db: Db, joint: Joint): Promise<void> {
  for (const place of PLACES) await move(db, joint, place);
  await dropOwnDeputy(db, joint);
  await dropDoubleOffice(db, joint);
}

export async function moveBack(db: Db, joint: Joint): Promise<void> {
  for (const place of PLACES) await unmove(db, joint, place);
  await restoreDoubleOffice(db, joint);
}

async function move(db: Db, joint: Joint, place: Place): Promise<void> {
  const { table, column, except } = place;
  await sql`with moved as (
      update ${sql.table(`mitwirk.${table}`)} set ${sql.ref(column)} = ${joint.person}
      where ${sql.ref(column)} = ${joint.added} and not coalesce(${except?.(joint) ?? sql`false`}, false)
      returning ${keyOf(place)})
    insert into mitwirk.link_moves (link_id, place, key, subkey, became)
    select ${joint.link}::int, ${nameOf(place)}, key, subkey, ${joint.person}::int from moved`.execute(db);
}

/** Only what still names whom the link made it name: what was changed since stays. */
async function unmove(db: Db, joint: Joint, place: Place): Promise<void> {
  const column = sql.ref(place.column);
  await sql`update ${sql.table(`mitwirk.${place.table}`)} as there set ${column} = ${joint.added}
    from (select key as moved_key, subkey as moved_subkey, became from mitwirk.link_moves
      where link_id = ${joint.link} and place = ${nameOf(place)}) as moved
    where ${sql.ref(`there.${place.key[0]}`)} = moved_key and ${subkeyOf(place)} = moved_subkey
      and ${sql.ref(`there.${place.column}`)} is not distinct from became`.execute(db);
}

/** Nobody stands in for themselves. */
async function dropOwnDeputy(db: Db, { link, person, added }: Joint): Promise<void> {
  await sql`with dropped as (
      update mitwirk.people set absence_deputy_id = null where id = ${person} and absence_deputy_id = ${added}
      returning id)
    insert into mitwirk.link_moves (link_id, place, key, subkey, became)
    select ${link}::int, 'people.absence_deputy_id', id, 0, null from dropped`.execute(db);
}

/** Both coordinate the process: once is enough, and it comes back as long as the other still does. */
async function dropDoubleOffice(db: Db, { link, added }: Joint): Promise<void> {
  await sql`with dropped as (
      delete from mitwirk.coordinators where person_id = ${added} returning id, process_id)
    insert into mitwirk.link_moves (link_id, place, key, subkey, became)
    select ${link}::int, 'coordinators', id, process_id, null from dropped`.execute(db);
}

async function restoreDoubleOffice(db: Db, { link, person, added }: Joint): Promise<void> {
  await sql`insert into mitwirk.coordinators (id, process_id, person_id) overriding system value
    select key, subkey, ${added}::int from mitwirk.link_moves
    where link_id = ${link} and place = 'coordinators'
      and exists (select from mitwirk.coordinators where process_id = subkey and person_id = ${person})
    on conflict (process_id, person_id) do nothing`.execute(db);
}

function nameOf({ table, column }: Place): string {
  return `${table}.${column}`;
}

function keyOf({ key: [key, subkey] }: Place) {
  return sql`${sql.ref(key)} as key, ${subkey ? sql.ref(subkey) : sql`0`} as subkey`;
}

function subkeyOf({ key: [, subkey] }: Place) {
  return subkey ? sql.ref(`there.${subkey}`) : sql`0`;
}
