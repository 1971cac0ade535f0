/** The columns of a vote, a seat and a ballot, and how they become one. */

import type { PersonId } from '../../../src/domain/ids.ts';
import type { AdoptionVote, VoteSeat } from '../../../src/domain/vote/adoptionVote.ts';
import { DEADLINE, type WithDeadlineColumns } from './deadline.ts';

export const VOTE = [
  'id',
  'process_id as processId',
  'group_id as groupId',
  'number',
  'result_id as resultId',
  'result_version as resultVersion',
  'result_kind as resultKind',
  'title',
  'text',
  'text_hash as textHash',
  'rule',
  ...DEADLINE,
  'state',
  'opened_by as openedBy',
  'opened_at as openedAt',
  'closed_at as closedAt',
  'closed_at_database as closedAtDatabase',
  'decision',
  'second_call_of as secondCallOf',
  'polls',
  'extended',
  'voided',
] as const;

export const SEAT = [
  'vote_id as voteId',
  'holder_id as holderId',
  'chair',
  'kind',
  'recused_by as recusedBy',
  'recused_at as recusedAt',
  'deputy_id as deputyId',
] as const;

export const BALLOT = [
  'vote_id as voteId',
  'sequence',
  'holder_id as holderId',
  'cast_by as castBy',
  'choice',
  'reason',
  'text_hash as textHash',
  'cast_at as at',
] as const;

export function toVote({ date, time, ...vote }: WithDeadlineColumns<AdoptionVote>): AdoptionVote {
  return { ...vote, deadline: { date, time } };
}

type SeatRow = Omit<VoteSeat, 'recused'> & { readonly recusedBy: PersonId | null; readonly recusedAt: Date | null };

export function toSeat({ recusedBy: by, recusedAt: at, ...seat }: SeatRow): VoteSeat {
  return { ...seat, recused: by && at ? { by, at } : null };
}
