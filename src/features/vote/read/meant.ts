/** Which vote is meant, and whether it can still be changed. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import type { Process } from '../../../domain/process/process.ts';
import { closesAt } from '../../../domain/time/deadline.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Tx } from '../../../ports/store.ts';

/** @throws Refusal `vote.unknown` */
export async function voteGiven(tx: Pick<Tx, 'votes'>, process: Process, ref: ShortId): Promise<AdoptionVote> {
  const vote = await tx.votes.byNumber(process.id, ref.number);
  return vote ?? refuse('vote.unknown', { id: shortId('vote', ref.number) });
}

export async function openVotes(tx: Pick<Tx, 'votes'>, process: Process): Promise<readonly AdoptionVote[]> {
  return (await tx.votes.ofProcess(process.id)).filter((vote) => vote.state === 'open').reverse();
}

/**
 * The vote named, or the only open one; where the person is on the roll of some, only those are looked at.
 * @throws Refusal `vote.unknown`, `vote.noneOpen`, `vote.which`
 */
export async function voteMeant(
  tx: Pick<Tx, 'votes'>,
  caller: ProcessCaller,
  ref: ShortId | null,
): Promise<AdoptionVote> {
  if (ref) return voteGiven(tx, caller.process, ref);
  const open = await openVotes(tx, caller.process);
  const own = await withSeat(tx, open, caller);
  const candidates = own.length > 0 ? own : open;
  const [only] = candidates;
  if (!only) return refuse('vote.noneOpen');
  const ids = candidates.map(({ number }) => shortId('vote', number));
  return candidates.length === 1 ? only : refuse('vote.which', { ids: ids.join(', '), id: ids[0] ?? '' });
}

async function withSeat(tx: Pick<Tx, 'votes'>, votes: readonly AdoptionVote[], caller: ProcessCaller) {
  const { id } = caller.person;
  const found: AdoptionVote[] = [];
  for (const vote of votes) {
    const seats = await tx.votes.seats(vote.id);
    if (seats.some((seat) => seat.holderId === id || seat.deputyId === id)) found.push(vote);
  }
  return found;
}

/** The vote as it is now, kept from everybody else until the transaction ends, if ballots and roll can still change. */
export async function lockOpen(
  tx: Pick<Tx, 'votes'>,
  caller: ProcessCaller,
  found: AdoptionVote,
): Promise<AdoptionVote> {
  const vote = (await tx.votes.lock(found.id)) ?? found;
  const id = shortId('vote', vote.number);
  if (vote.state === 'withdrawn') refuse('vote.isWithdrawn', { id });
  if (vote.state === 'closed') refuse('vote.isClosed', { id });
  // The end counts, not when the closing ran: after a standstill it may come late.
  if (isOver(vote, caller.process, caller.now)) refuse('vote.isOver', { id });
  return vote;
}

export function isOver(vote: Pick<AdoptionVote, 'deadline'>, process: Pick<Process, 'zone'>, now: Date): boolean {
  return now >= closesAt(vote.deadline, process.zone);
}
