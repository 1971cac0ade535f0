/** By their accounts people are known: those of the one lead to the other. */
import type { Db } from '../../tables/tables.ts';
import type { Joint } from './joint.ts';

export async function joinIdentities(db: Db, { link, person, added }: Joint): Promise<void> {
  await db
    .updateTable('mitwirk.identities')
    .set({ person_id: person, link_id: link })
    .where('person_id', '=', added)
    .execute();
  await db.updateTable('mitwirk.people').set({ merged_into: person }).where('id', '=', added).execute();
}

export async function partIdentities(db: Db, { link, added }: Joint): Promise<void> {
  await db
    .updateTable('mitwirk.identities')
    .set({ person_id: added, link_id: null })
    .where('link_id', '=', link)
    .execute();
  await db.updateTable('mitwirk.people').set({ merged_into: null }).where('id', '=', added).execute();
}
