/** What people contributed to input rounds. */
import { sql } from 'kysely';
import type { Rounds } from '../../../src/ports/store/rounds.ts';
import { isEmpty } from '../change.ts';
import { CONTRIBUTION } from '../rows/round.ts';
import type { Db } from '../tables/tables.ts';

type Contributions = Pick<
  Rounds,
  'contribute' | 'contributions' | 'contribution' | 'updateContribution' | 'contributionsOf'
>;

export function createContributions(db: Db): Contributions {
  const select = db.selectFrom('mitwirk.contributions').select(CONTRIBUTION);

  return {
    async contribute({ roundId, personId, behalfOf, kind, text, createdAt }) {
      const round = await db
        .updateTable('mitwirk.rounds')
        .set({ last_number: sql`last_number + 1` })
        .where('id', '=', roundId)
        .returning('last_number')
        .executeTakeFirstOrThrow();
      return db
        .insertInto('mitwirk.contributions')
        .values({
          round_id: roundId,
          number: round.last_number,
          person_id: personId,
          behalf_of: behalfOf,
          kind,
          text,
          created_at: createdAt,
        })
        .returning(CONTRIBUTION)
        .executeTakeFirstOrThrow();
    },
    contributions(id) {
      return select.where('round_id', '=', id).orderBy('number').execute();
    },
    async contribution(id, number) {
      return (await select.where('round_id', '=', id).where('number', '=', number).executeTakeFirst()) ?? null;
    },
    async updateContribution(id, change) {
      if (isEmpty(change)) return;
      const { text, editedAt, withdrawnAt } = change;
      await db
        .updateTable('mitwirk.contributions')
        .set({ text, edited_at: editedAt, withdrawn_at: withdrawnAt })
        .where('id', '=', id)
        .execute();
    },
    contributionsOf(process, person) {
      const rounds = db.selectFrom('mitwirk.rounds').select('id').where('process_id', '=', process);
      return select.where('person_id', '=', person).where('round_id', 'in', rounds).orderBy('id', 'desc').execute();
    },
  };
}
