/** People and their platform identities. */
import { sql } from 'kysely';
import type { PersonId, ProcessId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/person/person.ts';
import type { People } from '../../../src/ports/store/people.ts';
import { isEmpty } from '../change.ts';
import { folded } from '../folded.ts';
import type { LateWrites } from '../late.ts';
import { PERSON, toPerson } from '../rows/person.ts';
import type { Db } from '../tables/tables.ts';
import { ensurePerson } from './ensurePerson.ts';
import { nameableAccounts, peopleElsewhere, peopleNamed } from './whoIsMeant.ts';

export function createPeople(db: Db, late: LateWrites): People {
  const select = db.selectFrom('mitwirk.people').select(PERSON);

  async function byIds(ids: readonly PersonId[]): Promise<readonly Person[]> {
    const rows = await select.where('id', '=', sql<PersonId>`any(${ids})`).orderBy('id').execute();
    return rows.map(toPerson);
  }

  async function byId(id: PersonId): Promise<Person | null> {
    const row = await select.where('id', '=', id).executeTakeFirst();
    return row ? toPerson(row) : null;
  }

  return {
    byId,
    byIds,
    async byIdentity(platform, externalId) {
      const known = db
        .selectFrom('mitwirk.identities')
        .select('person_id')
        .where('platform', '=', platform)
        .where('external_id', '=', externalId);
      const row = await select.where('id', '=', known).executeTakeFirst();
      return row ? toPerson(row) : null;
    },
    named: (place, name, accounts = []) => peopleNamed(db, place, name, accounts),
    nameable: (place) => nameableAccounts(db, place),
    elsewhere: (place, ids) => peopleElsewhere(db, place, ids),
    async inSeveral(process, ids) {
      const { rows } = await personsInSeveral(process, ids).execute(db);
      return new Set(rows.map((row) => row.person_id));
    },
    async told(process, ids) {
      const rows = await db
        .selectFrom('mitwirk.people')
        .select(PERSON)
        .select((person) => [
          person
            .selectFrom('mitwirk.identities')
            .select('platform')
            .whereRef('person_id', '=', 'mitwirk.people.id')
            .orderBy(sql`link_id is not null`)
            .orderBy('mitwirk.identities.id')
            .limit(1)
            .as('platform'),
          sql<boolean>`mitwirk.people.id in (${personsInSeveral(process, ids)})`.as('inSeveral'),
        ])
        .where('id', '=', sql<PersonId>`any(${ids})`)
        .execute();
      return new Map(
        rows.map(({ platform, inSeveral, ...row }) => [row.id, { person: toPerson(row), platform, inSeveral }]),
      );
    },
    identities(id) {
      return db
        .selectFrom('mitwirk.identities')
        .select(['platform', 'external_id as externalId', 'origin', 'handle', 'person_id as personId'])
        .where('person_id', '=', id)
        .orderBy('id')
        .execute();
    },
    async platforms(ids) {
      const rows = await db
        .selectFrom('mitwirk.identities')
        .select(['person_id', 'platform'])
        .distinctOn('person_id')
        .where('person_id', '=', sql<PersonId>`any(${ids})`)
        .orderBy('person_id')
        .orderBy(sql`link_id is not null`)
        .orderBy('id')
        .execute();
      return new Map(rows.map((row) => [row.person_id, row.platform]));
    },
    ensure: (identity, name) => ensurePerson(db, identity, name),
    async update(id, change) {
      if (isEmpty(change)) return;
      const { name, locale, zone, absence, reminders } = change;
      await db
        .updateTable('mitwirk.people')
        .set({ name, name_folded: name === undefined ? undefined : folded(name), locale, zone, reminders })
        .$if(absence !== undefined, (update) => update.set(absenceColumns(absence ?? null)))
        .where('id', '=', id)
        .execute();
    },
    async erase(id, at) {
      // What this transaction has to say to them is among what is taken away.
      await late.flush();
      await forgetRemembered(db, id);
      await db.deleteFrom('mitwirk.identities').where('person_id', '=', id).execute();
      await db.deleteFrom('mitwirk.outbox').where('person_id', '=', id).where('state', '=', 'waiting').execute();
      await db.deleteFrom('mitwirk.posted').where('person_id', '=', id).execute();
      await forgetLinks(db, id);
      await db.deleteFrom('mitwirk.questions').where('person_id', '=', id).execute();
      await db.deleteFrom('mitwirk.guests').where('person_id', '=', id).execute();
      await db.deleteFrom('mitwirk.invitations').where('person_id', '=', id).execute();
      await db
        .updateTable('mitwirk.people')
        // A new token: from now on nothing leads from the audit log to this row.
        .set({
          token: sql<string>`gen_random_uuid()::text`,
          name: '',
          name_folded: '',
          locale: null,
          zone: null,
          reminders: true,
          erased_at: at,
          merged_into: null,
        })
        .set(absenceColumns(null))
        .where((row) => row.or([row('id', '=', id), row('merged_into', '=', id)]))
        .execute();
      // Nobody is stood in for by somebody who is told nothing any more.
      await db
        .updateTable('mitwirk.people')
        .set({ absence_deputy_id: null })
        .where('absence_deputy_id', '=', id)
        .execute();
    },
  };
}

function personsInSeveral(process: ProcessId, ids: readonly PersonId[]) {
  return sql<{ person_id: PersonId }>`select person_id from (
      select process_id, person_id from mitwirk.coordinators where person_id = any(${ids})
      union all
      select process_id, person_id from mitwirk.memberships
        join mitwirk.groups on groups.id = memberships.group_id where person_id = any(${ids})
    ) as everybody
    group by person_id having bool_or(process_id = ${process}) and bool_or(process_id <> ${process})`;
}

function absenceColumns(absence: Person['absence']) {
  return {
    absent_from: absence?.from ?? null,
    absent_to: absence?.to ?? null,
    absence_deputy_id: absence?.deputyId ?? null,
  };
}

/** What platforms' adapters remember of the person. */
async function forgetRemembered(db: Db, id: PersonId): Promise<void> {
  await db
    .deleteFrom('mitwirk.platform_memory')
    .where((row) =>
      row.exists(
        row
          .selectFrom('mitwirk.identities')
          .where('person_id', '=', id)
          .whereRef('mitwirk.identities.platform', '=', 'mitwirk.platform_memory.platform')
          .whereRef('mitwirk.identities.external_id', '=', 'mitwirk.platform_memory.about')
          .select('person_id'),
      ),
    )
    .execute();
}

/** Requests and guesses too; what a link has moved is the person's for good. */
async function forgetLinks(db: Db, id: PersonId): Promise<void> {
  await db
    .deleteFrom('mitwirk.link_requests')
    .where((row) => row.or([row('asker_id', '=', id), row('typist_id', '=', id)]))
    .execute();
  await db.deleteFrom('mitwirk.link_guesses').where('person_id', '=', id).execute();
  await db.deleteFrom('mitwirk.links').where('person_id', '=', id).execute();
}
