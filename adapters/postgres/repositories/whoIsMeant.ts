/** Whom a typed name may mean, and who is from elsewhere. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { PersonId } from '../../../src/domain/ids.ts';
import type { Called, Place } from '../../../src/ports/store/people.ts';
import { folded } from '../folded.ts';
import { PERSON, toPerson } from '../rows/person.ts';
import type { Db, Tables } from '../tables/tables.ts';

type OfPerson = ExpressionBuilder<Tables, 'mitwirk.people'>;

/** One question to the database for all, so that whoever is called so elsewhere does not even cost time. */
export async function peopleNamed(db: Db, place: Place, name: string, accounts: readonly string[]): Promise<Called> {
  const there = db.selectFrom('mitwirk.identities').select('person_id').where('platform', '=', place.platform);
  const rows = await db
    .selectFrom('mitwirk.people')
    .select(PERSON)
    .select((person) => takesPart(person, place).as('inside'))
    .where('erased_at', 'is', null)
    .where((person) =>
      person.or([
        person('id', 'in', there.where('handle_folded', '=', folded(name))),
        person('id', 'in', there.where('external_id', '=', sql<string>`any(${accounts})`)),
        person.and([person('name_folded', '=', folded(name)), person('id', 'in', there)]),
      ]),
    )
    .where((person) => isInReach(person, place))
    .orderBy('id')
    .execute();
  const those = (wanted: boolean) =>
    rows.filter(({ inside }) => inside === wanted).map(({ inside: _, ...row }) => toPerson(row));
  return { inside: those(true), near: those(false) };
}

export async function nameableAccounts(db: Db, place: Place): Promise<readonly string[]> {
  const people = db.selectFrom('mitwirk.people').select('id').where('erased_at', 'is', null);
  const rows = await db
    .selectFrom('mitwirk.identities')
    .select('external_id')
    .where('platform', '=', place.platform)
    .where(
      'person_id',
      'in',
      people.where((person) => isInReach(person, place)),
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => row.external_id);
}

export async function peopleElsewhere(db: Db, place: Place, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const rows = await db
    .selectFrom('mitwirk.people')
    .select('id')
    .where('id', '=', sql<PersonId>`any(${ids})`)
    .where((person) => person.not(belongs(person, place)))
    .where((person) => person.or([person.not(isAtHome(person, place)), takesPartElsewhere(person, place)]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whether a typed name may mean the person. */
function isInReach(person: OfPerson, place: Place) {
  return person.or([
    takesPart(person, place),
    person.and([isAtHome(person, place), person.not(takesPartElsewhere(person, place))]),
  ]);
}

function takesPart(person: OfPerson, { process }: Place) {
  return person.exists(partsOf(person).where('process_id', '=', process));
}

function belongs(person: OfPerson, { process }: Place) {
  return person.exists(partsOf(person).where('process_id', '=', process).where('belongs', '=', true));
}

function takesPartElsewhere(person: OfPerson, { process }: Place) {
  return person.exists(partsOf(person).where('process_id', 'is distinct from', process));
}

function partsOf(person: OfPerson) {
  const all = person.selectFrom('mitwirk.participants').select('person_id');
  return all.whereRef('person_id', '=', 'mitwirk.people.id');
}

function isAtHome(person: OfPerson, { platform, origin }: Place) {
  return person.exists(
    person
      .selectFrom('mitwirk.identities')
      .select('person_id')
      .whereRef('person_id', '=', 'mitwirk.people.id')
      .where('platform', '=', platform)
      .where('origin', '=', origin),
  );
}
