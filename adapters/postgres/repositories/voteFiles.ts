/** A vote with everything that hangs on it, by one statement. */
import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { PersonId, ResultId, VoteId } from '../../../src/domain/ids.ts';
import type { VoteFile, Votes } from '../../../src/ports/store/votes.ts';
import { withInstants } from '../rows/json.ts';
import { PERSON, toPerson } from '../rows/person.ts';
import { RESULT } from '../rows/result.ts';
import { BALLOT, SEAT, toSeat, toVote, VOTE } from '../rows/vote.ts';
import type { Db } from '../tables/tables.ts';

export function createVoteFiles(db: Db): Pick<Votes, 'file' | 'fileOf' | 'openFiles'> {
  return {
    async file(id) {
      const row = await files(db).where('id', '=', id).executeTakeFirst();
      return row ? toFile(row) : null;
    },
    async fileOf(process, number) {
      const row = await files(db).where('process_id', '=', process).where('number', '=', number).executeTakeFirst();
      return row ? toFile(row) : null;
    },
    async openFiles(process) {
      const open = files(db).where('process_id', '=', process).where('state', '=', 'open').orderBy('id');
      return (await open.execute()).map(toFile);
    },
  };
}

/** Of the row around. */
const thisVote = sql<VoteId>`votes.id`;
const itsResult = sql<ResultId>`votes.result_id`;

/** Those who hold a seat, stand in for one, or have cast a ballot. */
const concerned = sql<PersonId>`(
  select unnest(array[holder_id, deputy_id]) from mitwirk.seats where vote_id = votes.id
  union select cast_by from mitwirk.ballots where vote_id = votes.id)`;

function files(db: Db) {
  const results = db.selectFrom('mitwirk.results').select(RESULT);
  return db
    .selectFrom('mitwirk.votes')
    .select(VOTE)
    .select([
      jsonArrayFrom(db.selectFrom('mitwirk.seats').select(SEAT).where('vote_id', '=', thisVote).orderBy('position')).as(
        'seats',
      ),
      jsonArrayFrom(
        db.selectFrom('mitwirk.ballots').select(BALLOT).where('vote_id', '=', thisVote).orderBy('sequence'),
      ).as('acts'),
      jsonObjectFrom(results.where('id', '=', itsResult))
        .$notNull()
        .as('result'),
      db
        .selectFrom('mitwirk.groups')
        .select('name')
        .where('id', '=', db.selectFrom('mitwirk.results').select('group_id').where('id', '=', itsResult))
        .as('from'),
      jsonArrayFrom(
        results
          .where('id', 'in', db.selectFrom('mitwirk.result_links').select('to_id').where('from_id', '=', itsResult))
          .orderBy('number'),
      ).as('serves'),
      jsonArrayFrom(db.selectFrom('mitwirk.people').select(PERSON).where('id', 'in', concerned)).as('people'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>;

function toFile({ seats, acts, result, from, serves, people, ...vote }: Row): VoteFile {
  return {
    vote: toVote(vote),
    seats: seats.map((seat) => toSeat(withInstants(seat))),
    acts: acts.map(withInstants),
    result: withInstants(result),
    from: from ?? '',
    serves: serves.map(withInstants),
    people: new Map(people.map((person) => [person.id, toPerson(withInstants(person))])),
  };
}
