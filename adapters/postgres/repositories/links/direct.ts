/** Cards in direct chats. They are addressed to a person on a platform, and linked accounts are on different ones. */
import type { Db } from '../../tables/tables.ts';
import type { Joint } from './joint.ts';

export async function joinDirect(db: Db, { person, added }: Joint): Promise<void> {
  await db.updateTable('mitwirk.posted').set({ person_id: person }).where('person_id', '=', added).execute();
}

/**
 * What was posted to the account meanwhile concerned the other, and is no longer edited there; what waits to be sent there does,
 * and goes to an account of the other's own.
 */
export async function partDirect(db: Db, { link, person, added }: Joint, linkedAt: Date): Promise<void> {
  const platforms = db.selectFrom('mitwirk.identities').select('platform').where('link_id', '=', link);
  const own = db
    .selectFrom('mitwirk.identities')
    .select('platform')
    .where('person_id', '=', person)
    .where('link_id', 'is', null)
    .orderBy('id')
    .limit(1);
  await db
    .deleteFrom('mitwirk.posted')
    .where('person_id', '=', person)
    .where('platform', 'in', platforms)
    .where('posted_at', '>=', linkedAt)
    .execute();
  await db
    .updateTable('mitwirk.posted')
    .set({ person_id: added })
    .where('person_id', '=', person)
    .where('platform', 'in', platforms)
    .execute();
  await db
    .updateTable('mitwirk.outbox')
    .set({ platform: own })
    .where('person_id', '=', person)
    .where('platform', 'in', platforms)
    .where('state', '=', 'waiting')
    .execute();
}
