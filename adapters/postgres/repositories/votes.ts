/** Adoption votes. */
import type { AdoptionVote } from '../../../src/domain/vote/adoptionVote.ts';
import type { Votes } from '../../../src/ports/store/votes.ts';
import { isEmpty } from '../change.ts';
import { jsonText } from '../columns.ts';
import { deadlineColumns } from '../rows/deadline.ts';
import { toVote, VOTE } from '../rows/vote.ts';
import type { Db } from '../tables/tables.ts';
import { createBallots } from './ballots.ts';
import { createVoteFiles } from './voteFiles.ts';

export function createVotes(db: Db): Votes {
  const select = db.selectFrom('mitwirk.votes').select(VOTE);
  const open = select.where('state', '=', 'open').orderBy('id', 'desc');

  return {
    ...createBallots(db),
    ...createVoteFiles(db),
    async create(vote, roll) {
      const row = await db
        .insertInto('mitwirk.votes')
        .values(newVoteColumns(vote))
        .returning(VOTE)
        .executeTakeFirstOrThrow();
      const seats = roll.map(({ holderId, chair, kind }, position) => ({
        vote_id: row.id,
        holder_id: holderId,
        position,
        chair,
        kind,
      }));
      if (seats.length > 0) await db.insertInto('mitwirk.seats').values(seats).execute();
      return toVote(row);
    },
    async byId(id) {
      const row = await select.where('id', '=', id).executeTakeFirst();
      return row ? toVote(row) : null;
    },
    async byNumber(process, number) {
      const row = await select.where('process_id', '=', process).where('number', '=', number).executeTakeFirst();
      return row ? toVote(row) : null;
    },
    async ofProcess(process) {
      return (await select.where('process_id', '=', process).orderBy('id', 'desc').execute()).map(toVote);
    },
    async openIn(group) {
      return (await open.where('group_id', '=', group).execute()).map(toVote);
    },
    async openOn(result) {
      const row = await open.where('result_id', '=', result).executeTakeFirst();
      return row ? toVote(row) : null;
    },
    async waitingFor(process, person) {
      const rows = await open
        .where('process_id', '=', process)
        .where('id', 'in', seatsWaitingFor(db, person))
        .orderBy('id', 'desc')
        .execute();
      return rows.map(toVote);
    },
    async update(id, change) {
      if (isEmpty(change)) return;
      const { state, closedAt, closedAtDatabase, decision, deadline, extended, polls, voided } = change;
      await db
        .updateTable('mitwirk.votes')
        .set({
          state,
          closed_at: closedAt,
          closed_at_database: closedAtDatabase,
          extended,
          polls,
          ...(voided && { voided: jsonText(voided) }),
          ...(deadline && deadlineColumns(deadline)),
        })
        .$if(decision !== undefined, (update) => update.set({ decision: decision ? jsonText(decision) : null }))
        .where('id', '=', id)
        .execute();
    },
  };
}

/** Votes in which it is this person's turn: as the deputy of a seat, or as the holder unless a deputy acts. */
function seatsWaitingFor(db: Db, person: AdoptionVote['openedBy']) {
  return db
    .selectFrom('mitwirk.seats')
    .select('vote_id')
    .where((seat) =>
      seat.or([
        seat.and([seat('holder_id', '=', person), seat('deputy_id', 'is', null)]),
        seat('deputy_id', '=', person),
      ]),
    )
    .where('recused_at', 'is', null)
    .where((seat) =>
      seat(
        // The seat's last act; without a choice it is a ballot taken back.
        seat
          .selectFrom('mitwirk.ballots')
          .select('choice')
          .whereRef('mitwirk.ballots.vote_id', '=', 'mitwirk.seats.vote_id')
          .whereRef('mitwirk.ballots.holder_id', '=', 'mitwirk.seats.holder_id')
          .orderBy('sequence', 'desc')
          .limit(1),
        'is',
        null,
      ),
    );
}

function newVoteColumns(vote: Parameters<Votes['create']>[0]) {
  return {
    ...deadlineColumns(vote.deadline),
    process_id: vote.processId,
    group_id: vote.groupId,
    number: vote.number,
    result_id: vote.resultId,
    result_version: vote.resultVersion,
    result_kind: vote.resultKind,
    title: vote.title,
    text: vote.text,
    text_hash: vote.textHash,
    rule: jsonText(vote.rule),
    state: 'open' as const,
    opened_by: vote.openedBy,
    opened_at: vote.openedAt,
    decision: null,
    second_call_of: vote.secondCallOf,
    polls: vote.polls,
    extended: false,
    last_sequence: 0,
  };
}
