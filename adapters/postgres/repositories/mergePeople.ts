/** Makes two people one: whatever points at the one points at the other afterwards. */
import { sql } from 'kysely';
import type { PersonId } from '../../../src/domain/ids.ts';
import type { Db } from '../tables/tables.ts';

/** Columns that name a person and are free to name another; those in a key or a constraint have statements of their own. */
const COLUMNS = [
  ['identities', 'person_id'],
  ['tasks', 'assignee_id'],
  ['tasks', 'created_by'],
  ['tasks', 'closed_by'],
  ['task_changes', 'assignee_id'],
  ['task_changes', 'changed_by'],
  ['task_changes', 'closed_by'],
  ['task_comments', 'commented_by'],
  ['rounds', 'opened_by'],
  ['contributions', 'person_id'],
  ['results', 'created_by'],
  ['result_versions', 'written_by'],
  ['votes', 'opened_by'],
  ['seats', 'recused_by'],
  ['ballots', 'cast_by'],
  ['people', 'absence_deputy_id'],
  ['memberships', 'deputy_of'],
  ['outbox', 'person_id'],
] as const;

export async function mergePeople(db: Db, kept: PersonId, gone: PersonId): Promise<void> {
  await mergeMemberships(db, kept, gone);
  await mergeCoordinators(db, kept, gone);
  await mergeSeats(db, kept, gone);
  for (const [table, column] of COLUMNS) {
    await sql`update ${sql.table(`mitwirk.${table}`)} set ${sql.ref(column)} = ${kept} where ${sql.ref(column)} = ${gone}`.execute(
      db,
    );
  }
  await mergePosted(db, kept, gone);
  await db
    .updateTable('mitwirk.memberships')
    .set({ role: 'member', deputy_of: null })
    .where('person_id', '=', kept)
    .where('deputy_of', '=', kept)
    .execute();
  await sql`update mitwirk.people set absence_deputy_id = null where id = ${kept} and absence_deputy_id = ${kept}`.execute(
    db,
  );
  await sql`update mitwirk.people set merged_into = ${kept} where id = ${gone} or merged_into = ${gone}`.execute(db);
}

/** In a group of both the weightier role stays, with what is known of kind and organisation. */
async function mergeMemberships(db: Db, kept: PersonId, gone: PersonId): Promise<void> {
  const weight = (role: string) =>
    sql`array_position(array['expert', 'deputy', 'member', 'lead', 'chair'], ${sql.ref(role)})`;
  await sql`update mitwirk.memberships as kept set
      role = case when ${weight('gone.role')} > ${weight('kept.role')} then gone.role else kept.role end,
      deputy_of = case when ${weight('gone.role')} > ${weight('kept.role')} then gone.deputy_of else kept.deputy_of end,
      kind = coalesce(kept.kind, gone.kind), organisation = coalesce(kept.organisation, gone.organisation)
    from mitwirk.memberships as gone
    where kept.person_id = ${kept} and gone.person_id = ${gone} and gone.group_id = kept.group_id`.execute(db);
  await sql`delete from mitwirk.memberships where person_id = ${gone}
    and group_id in (select group_id from mitwirk.memberships where person_id = ${kept})`.execute(db);
  await sql`update mitwirk.memberships set person_id = ${kept} where person_id = ${gone}`.execute(db);
}

async function mergeCoordinators(db: Db, kept: PersonId, gone: PersonId): Promise<void> {
  await sql`delete from mitwirk.coordinators where person_id = ${gone}
    and process_id in (select process_id from mitwirk.coordinators where person_id = ${kept})`.execute(db);
  await sql`update mitwirk.coordinators set person_id = ${kept} where person_id = ${gone}`.execute(db);
}

/** A ballot belongs to a seat by its holder: the seat is made anew under the other name, its ballots move, the old one goes. */
async function mergeSeats(db: Db, kept: PersonId, gone: PersonId): Promise<void> {
  await sql`update mitwirk.seats set deputy_id = case when holder_id = ${kept} then null else ${kept}::int end
    where deputy_id = ${gone}`.execute(db);
  await sql`update mitwirk.seats set deputy_id = null where holder_id = ${gone} and deputy_id = ${kept}`.execute(db);
  const movable = sql`vote_id not in (select vote_id from mitwirk.seats where holder_id = ${kept})`;
  await sql`insert into mitwirk.seats (vote_id, holder_id, position, chair, kind, recused_by, recused_at, deputy_id)
    select vote_id, ${kept}::int, -1 - position, chair, kind, recused_by, recused_at, deputy_id
    from mitwirk.seats where holder_id = ${gone} and ${movable}`.execute(db);
  const moving = sql`vote_id in (select vote_id from mitwirk.seats where holder_id = ${kept} and position < 0)`;
  await sql`update mitwirk.ballots set holder_id = ${kept} where holder_id = ${gone} and ${moving}`.execute(db);
  await sql`delete from mitwirk.seats where holder_id = ${gone} and ${moving}`.execute(db);
  await sql`update mitwirk.seats set position = -1 - position where holder_id = ${kept} and position < 0`.execute(db);
}

/** Two accounts on one platform may both have got the same card; the kept one's is edited from now on. */
async function mergePosted(db: Db, kept: PersonId, gone: PersonId): Promise<void> {
  await sql`delete from mitwirk.posted as gone using mitwirk.posted as kept
    where gone.person_id = ${gone} and kept.person_id = ${kept}
    and kept.topic = gone.topic and kept.platform = gone.platform`.execute(db);
  await sql`update mitwirk.posted set person_id = ${kept} where person_id = ${gone}`.execute(db);
}

export async function sharedOpenVotes(db: Db, one: PersonId, other: PersonId): Promise<readonly number[]> {
  const both = [one, other];
  const { rows } = await sql<{ number: number }>`select number from mitwirk.votes
    where state = 'open' and (
      2 = (select count(*) from mitwirk.seats where vote_id = votes.id and holder_id = any(${both}))
      or exists (select from mitwirk.seats where vote_id = votes.id and holder_id = any(${both}) and deputy_id = any(${both})))
    order by number`.execute(db);
  return rows.map(({ number }) => number);
}
