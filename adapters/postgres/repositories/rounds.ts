/** Input rounds. */
import type { Rounds } from '../../../src/ports/store/rounds.ts';
import { isEmpty } from '../change.ts';
import { deadlineColumns } from '../rows/deadline.ts';
import { ROUND, toRound } from '../rows/round.ts';
import type { Db } from '../tables/tables.ts';
import { createContributions } from './contributions.ts';

export function createRounds(db: Db): Rounds {
  const select = db.selectFrom('mitwirk.rounds').select(ROUND);

  return {
    ...createContributions(db),
    async create({ processId, groupId, openedBy, openedAt, deadline, ...same }) {
      const row = await db
        .insertInto('mitwirk.rounds')
        .values({
          ...same,
          ...deadlineColumns(deadline),
          process_id: processId,
          group_id: groupId,
          state: 'open',
          opened_by: openedBy,
          opened_at: openedAt,
          last_number: 0,
        })
        .returning(ROUND)
        .executeTakeFirstOrThrow();
      return toRound(row);
    },
    async byId(id) {
      const row = await select.where('id', '=', id).executeTakeFirst();
      return row ? toRound(row) : null;
    },
    async lock(id) {
      const row = await select.where('id', '=', id).forUpdate().executeTakeFirst();
      return row ? toRound(row) : null;
    },
    async byNumber(process, number) {
      const row = await select.where('process_id', '=', process).where('number', '=', number).executeTakeFirst();
      return row ? toRound(row) : null;
    },
    async ofProcess(process) {
      return (await select.where('process_id', '=', process).orderBy('id', 'desc').execute()).map(toRound);
    },
    async openIn(group) {
      const rows = await select
        .where('group_id', '=', group)
        .where('state', '=', 'open')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(toRound);
    },
    async update(id, change) {
      if (isEmpty(change)) return;
      const { state, closedAt, closedAtDatabase, deadline } = change;
      await db
        .updateTable('mitwirk.rounds')
        .set({
          state,
          closed_at: closedAt,
          closed_at_database: closedAtDatabase,
          ...(deadline && deadlineColumns(deadline)),
        })
        .where('id', '=', id)
        .execute();
    },
  };
}
