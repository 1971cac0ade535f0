/** Finds the person behind a platform identity, or makes one. */
import { randomUUID } from 'node:crypto';
import type { Person } from '../../../src/domain/person/person.ts';
import type { Identity } from '../../../src/ports/store/people.ts';
import { folded } from '../folded.ts';
import { PERSON, toPerson } from '../rows/person.ts';
import type { Db } from '../tables/tables.ts';

type NewIdentity = Omit<Identity, 'personId'>;

export async function ensurePerson(db: Db, identity: NewIdentity, name: string): Promise<Person> {
  return (await found(db, identity, name)) ?? (await added(db, identity, name)) ?? ensurePerson(db, identity, name);
}

async function found(db: Db, identity: NewIdentity, name: string): Promise<Person | null> {
  const known = db
    .selectFrom('mitwirk.identities')
    .leftJoin('mitwirk.links', 'mitwirk.links.id', 'mitwirk.identities.link_id')
    .select([
      'mitwirk.identities.person_id',
      'handle as knownHandle',
      'name as knownName',
      'added_id as addedId',
      'origin as knownOrigin',
    ])
    .where('platform', '=', identity.platform)
    .where('external_id', '=', identity.externalId)
    .as('known');
  const row = await db
    .selectFrom(known)
    .innerJoin('mitwirk.people', (join) => join.onRef('mitwirk.people.id', '=', 'known.person_id'))
    .select(PERSON)
    .select(['knownHandle', 'knownName', 'knownOrigin', 'addedId'])
    .executeTakeFirst();
  if (!row) return null;
  const { knownHandle, knownName, knownOrigin, addedId, ...before } = row;
  const person = toPerson(before);
  if (knownHandle === identity.handle && knownOrigin === identity.origin && knownName === name) return person;
  await takeOver(db, identity, name);
  if (knownName === name) return person;
  const renamed = { name, name_folded: folded(name) };
  // A linked account names the person it was by itself, and never the one it speaks for.
  await db
    .updateTable('mitwirk.people')
    .set(renamed)
    .where('id', '=', addedId ?? person.id)
    .execute();
  return addedId === null ? { ...person, name } : person;
}

async function takeOver(db: Db, { platform, externalId, origin, handle }: NewIdentity, name: string): Promise<void> {
  await db
    .updateTable('mitwirk.identities')
    .set({ origin, handle, handle_folded: folded(handle), name })
    .where('platform', '=', platform)
    .where('external_id', '=', externalId)
    .execute();
}

/** Null when another transaction added the identity in the meantime: the insertion has waited for it to end. */
async function added(
  db: Db,
  { platform, externalId, origin, handle }: NewIdentity,
  name: string,
): Promise<Person | null> {
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
      origin,
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
