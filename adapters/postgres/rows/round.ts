/** The columns of an input round and of a contribution. */
import type { InputRound } from '../../../src/domain/round/inputRound.ts';
import { DEADLINE, type WithDeadlineColumns } from './deadline.ts';

export const ROUND = [
  'id',
  'process_id as processId',
  'group_id as groupId',
  'number',
  'question',
  'anonymity',
  ...DEADLINE,
  'state',
  'opened_by as openedBy',
  'opened_at as openedAt',
  'closed_at as closedAt',
  'closed_at_database as closedAtDatabase',
] as const;

export const CONTRIBUTION = [
  'id',
  'round_id as roundId',
  'number',
  'person_id as personId',
  'behalf_of as behalfOf',
  'kind',
  'text',
  'created_at as createdAt',
  'edited_at as editedAt',
  'withdrawn_at as withdrawnAt',
] as const;

export function toRound({ date, time, ...round }: WithDeadlineColumns<InputRound>): InputRound {
  return { ...round, deadline: { date, time } };
}
