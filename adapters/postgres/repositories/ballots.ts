/** Seats of a vote and the ballots cast and taken back for them. */
import { sql } from 'kysely';
import type { Votes } from '../../../src/ports/store/votes.ts';
import { isEmpty } from '../change.ts';
import { BALLOT, SEAT, toSeat } from '../rows/vote.ts';
import type { Db } from '../tables/tables.ts';

export function createBallots(db: Db): Pick<Votes, 'seats' | 'updateSeat' | 'cast' | 'ballots'> {
  return {
    async seats(id) {
      const rows = await db
        .selectFrom('mitwirk.seats')
        .select(SEAT)
        .where('vote_id', '=', id)
        .orderBy('position')
        .execute();
      return rows.map(toSeat);
    },
    async updateSeat(id, holder, change) {
      if (isEmpty(change)) return;
      const { recused, deputyId } = change;
      await db
        .updateTable('mitwirk.seats')
        .set({ deputy_id: deputyId })
        .$if(recused !== undefined, (update) =>
          update.set({ recused_by: recused?.by ?? null, recused_at: recused?.at ?? null }),
        )
        .where('vote_id', '=', id)
        .where('holder_id', '=', holder)
        .execute();
    },
    async cast(act) {
      const { voteId, holderId, castBy, choice, reason, textHash, at } = act;
      const { sequence } = await db
        .with('vote', (query) =>
          query
            .updateTable('mitwirk.votes')
            .set({ last_sequence: sql`last_sequence + 1` })
            .where('id', '=', voteId)
            .returning('last_sequence'),
        )
        .insertInto('mitwirk.ballots')
        .columns(['vote_id', 'sequence', 'holder_id', 'cast_by', 'choice', 'reason', 'text_hash', 'cast_at'])
        .expression(
          sql`select ${voteId}::int, last_sequence, ${holderId}::int, ${castBy}::int, ${choice}::text, ${reason}::text,
            ${textHash}::text, ${at}::timestamptz from vote`,
        )
        .returning('sequence')
        .executeTakeFirstOrThrow();
      return { ...act, sequence };
    },
    ballots(id) {
      return db.selectFrom('mitwirk.ballots').select(BALLOT).where('vote_id', '=', id).orderBy('sequence').execute();
    },
  };
}
