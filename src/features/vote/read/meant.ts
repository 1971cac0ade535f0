/** Which vote is meant, and whether it can still be changed. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import type { Process } from '../../../domain/process/process.ts';
import { closesAt } from '../../../domain/time/deadline.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { VoteFile } from '../../../ports/store/votes.ts';
import type { Tx } from '../../../ports/store.ts';

/** @throws Refusal `vote.unknown` */
export async function voteGiven(tx: Pick<Tx, 'votes'>, process: Process, ref: ShortId): Promise<VoteFile> {
  const file = await tx.votes.fileOf(process.id, ref.number);
  return file ?? refuse('vote.unknown', { id: shortId('vote', ref.number) });
}

/**
 * The vote named, or the only open one; where the person is on the roll of some, only those are looked at.
 * @throws Refusal `vote.unknown`, `vote.noneOpen`, `vote.which`
 */
export async function voteMeant(
  tx: Pick<Tx, 'votes'>,
  { process, person }: ProcessCaller,
  ref: ShortId | null,
): Promise<VoteFile> {
  if (ref) return voteGiven(tx, process, ref);
  const open = await tx.votes.openFiles(process.id);
  const isOn = ({ seats }: VoteFile) =>
    seats.some(({ holderId, deputyId }) => holderId === person.id || deputyId === person.id);
  const own = open.filter(isOn);
  const candidates = own.length > 0 ? own : open;
  const [only] = candidates;
  if (!only) return refuse('vote.noneOpen');
  const ids = candidates.map(({ vote }) => shortId('vote', vote.number));
  return candidates.length === 1 ? only : refuse('vote.which', { ids: ids.join(', '), id: ids[0] ?? '' });
}

/**
 * The vote meant, where ballots and roll can still change. Nobody else changes it meanwhile: its process is locked.
 * @throws Refusal of {@link voteMeant}, `vote.isWithdrawn`, `vote.isClosed`, `vote.isOver`
 */
export async function openVoteMeant(
  tx: Pick<Tx, 'votes'>,
  caller: ProcessCaller,
  ref: ShortId | null,
): Promise<VoteFile> {
  const file = await voteMeant(tx, caller, ref);
  const { vote } = file;
  const id = shortId('vote', vote.number);
  if (vote.state === 'withdrawn') refuse('vote.isWithdrawn', { id });
  if (vote.state === 'closed') refuse('vote.isClosed', { id });
  // The end counts, not when the closing ran: after a standstill it may come late.
  if (isOver(vote, caller.process, caller.now)) refuse('vote.isOver', { id });
  return file;
}

export function isOver(vote: Pick<AdoptionVote, 'deadline'>, process: Pick<Process, 'zone'>, now: Date): boolean {
  return now >= closesAt(vote.deadline, process.zone);
}
