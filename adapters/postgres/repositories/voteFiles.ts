/** A vote with everything that hangs on it, by one statement. */
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { VoteFile, Votes } from '../../../src/ports/store/votes.ts';
import { withInstants } from '../rows/json.ts';
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

function files(db: Db) {
  return db
    .selectFrom('mitwirk.votes')
    .select(VOTE)
    .select((vote) => [
      jsonArrayFrom(
        vote.selectFrom('mitwirk.seats').select(SEAT).whereRef('vote_id', '=', 'mitwirk.votes.id').orderBy('position'),
      ).as('seats'),
      jsonArrayFrom(
        vote
          .selectFrom('mitwirk.ballots')
          .select(BALLOT)
          .whereRef('vote_id', '=', 'mitwirk.votes.id')
          .orderBy('sequence'),
      ).as('acts'),
      jsonArrayFrom(
        vote
          .selectFrom('mitwirk.people')
          .innerJoin('mitwirk.seats', 'mitwirk.seats.holder_id', 'mitwirk.people.id')
          .select(['mitwirk.people.id', 'token'])
          .whereRef('vote_id', '=', 'mitwirk.votes.id'),
      ).as('holders'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>;

function toFile({ seats, acts, holders, ...vote }: Row): VoteFile {
  return {
    vote: toVote(vote),
    seats: seats.map((seat) => toSeat(withInstants(seat))),
    acts: acts.map(withInstants),
    tokens: new Map(holders.map(({ id, token }) => [id, token])),
  };
}
