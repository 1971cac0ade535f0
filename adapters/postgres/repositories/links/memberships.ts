/** Memberships of two people who become one, kept as they were so that they can be two again. */
import { sql } from 'kysely';
import { partedMembership, sharedMembership } from '../../../../src/domain/group/sharedMembership.ts';
import type { Db } from '../../tables/tables.ts';
import type { Joint } from './joint.ts';

const TERMS = ['role', 'deputy_of as deputyOf', 'kind', 'organisation'] as const;
const MEMBERSHIP = ['id', 'group_id as groupId', 'person_id as personId', ...TERMS] as const;
type Terms = ReturnType<typeof sharedMembership>;

export async function joinMemberships(db: Db, { link, person, added }: Joint): Promise<void> {
  const groups = db.selectFrom('mitwirk.memberships').select('group_id').where('person_id', '=', added);
  const before = await db
    .selectFrom('mitwirk.memberships')
    .select(MEMBERSHIP)
    .where('person_id', 'in', [person, added])
    .where('group_id', 'in', groups)
    .execute();
  for (const { id, groupId, personId, ...terms } of before) {
    const row = { link_id: link, id, group_id: groupId, person_id: personId, ...columns(terms) };
    await db.insertInto('mitwirk.link_memberships').values(row).execute();
  }
  for (const theirs of before.filter(({ personId }) => personId === added)) {
    const own = before.find(({ personId, groupId }) => personId === person && groupId === theirs.groupId);
    if (own) {
      await db.deleteFrom('mitwirk.memberships').where('id', '=', theirs.id).execute();
      await change(db, own.id, sharedMembership(own, theirs));
    } else {
      await db.updateTable('mitwirk.memberships').set({ person_id: person }).where('id', '=', theirs.id).execute();
    }
  }
}

/** Whoever was taken out of a group meanwhile, or out and in again, does not come back to it by parting. */
export async function partMemberships(db: Db, { link, person, added }: Joint): Promise<void> {
  const before = await db
    .selectFrom('mitwirk.link_memberships')
    .select(MEMBERSHIP)
    .where('link_id', '=', link)
    .orderBy('id')
    .execute();
  const present = await db
    .selectFrom('mitwirk.memberships')
    .select(['id', ...TERMS])
    .where('person_id', '=', person)
    .execute();
  for (const theirs of before.filter(({ personId }) => personId === added)) {
    const own = before.find(({ personId, groupId }) => personId === person && groupId === theirs.groupId);
    const now = present.find(({ id }) => id === (own ?? theirs).id);
    if (!now) continue;
    if (own) {
      const parted = partedMembership(own, theirs, now);
      await change(db, own.id, parted.kept);
      await bringBack(db, { ...theirs, ...parted.added });
    } else {
      await db.updateTable('mitwirk.memberships').set({ person_id: added }).where('id', '=', now.id).execute();
    }
  }
}

async function change(db: Db, id: number, terms: Terms): Promise<void> {
  await db.updateTable('mitwirk.memberships').set(columns(terms)).where('id', '=', id).execute();
}

/** Under its own number: members are listed in the order in which they were taken in. */
async function bringBack(
  db: Db,
  { id, groupId, personId, ...terms }: Terms & { id: number; groupId: number; personId: number },
) {
  const { role, deputy_of, kind, organisation } = columns(terms);
  await sql`insert into mitwirk.memberships (id, group_id, person_id, role, deputy_of, kind, organisation)
    overriding system value values (${id}, ${groupId}, ${personId}, ${role}, ${deputy_of}, ${kind}, ${organisation})
    on conflict (group_id, person_id) do nothing`.execute(db);
}

function columns({ role, deputyOf, kind, organisation }: Terms) {
  return { role, deputy_of: deputyOf, kind, organisation };
}
