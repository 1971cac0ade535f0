/** Finds the person behind a platform identity, or makes one. */
import { randomUUID } from 'node:crypto';
import type { Person } from '../../../src/domain/person.ts';
import type { Identity } from '../../../src/ports/store/people.ts';
import { folded } from '../folded.ts';
import { PERSON, toPerson } from '../rows/person.ts';
import type { Db } from '../tables/tables.ts';

type NewIdentity = Omit<Identity, 'personId'>;

export async function ensurePerson(db: Db, identity: NewIdentity, name: string): Promise<Person> {
  return (await known(db, identity, name)) ?? (await added(db, identity, name)) ?? ensurePerson(db, identity, name);
}

async function known(db: Db, { platform, externalId, handle }: NewIdentity, name: string): Promise<Person | null> {
  const before = await db
    .selectFrom('mitwirk.identities')
    .select(['person_id', 'handle', 'name'])
    .where('platform', '=', platform)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  if (!before) return null;
  if (before.handle !== handle || before.name !== name) {
    await db
      .updateTable('mitwirk.identities')
      .set({ handle, handle_folded: folded(handle), name })
      .where('platform', '=', platform)
      .where('external_id', '=', externalId)
      .execute();
  }
  if (before.name !== name) {
    const renamed = { name, name_folded: folded(name) };
    await db.updateTable('mitwirk.people').set(renamed).where('id', '=', before.person_id).execute();
  }
  const row = await db
    .selectFrom('mitwirk.people')
    .select(PERSON)
    .where('id', '=', before.person_id)
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}

/** Null when another transaction added the identity in the meantime: the insertion has waited for it to end. */
async function added(db: Db, { platform, externalId, handle }: NewIdentity, name: string): Promise<Person | null> {
  const row = await db
    .insertInto('mitwirk.people')
    .values({ token: randomUUID(), name, name_folded: folded(name), reminders: true })
    .returning(PERSON)
    .executeTakeFirstOrThrow();
  const identity = await db
    .insertInto('mitwirk.identities')
    .values({
      platform,
      external_id: externalId,
      person_id: row.id,
      handle,
      handle_folded: folded(handle),
      name,
    })
    .onConflict((conflict) => conflict.columns(['platform', 'external_id']).doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (identity) return toPerson(row);
  await db.deleteFrom('mitwirk.people').where('id', '=', row.id).execute();
  return null;
}
