/** What a digest tells about votes: opened, decided and withdrawn in its window, and how far the open ones are. */

import type { Process } from '../../../domain/process/process.ts';
import type { AdoptionVote, Decision } from '../../../domain/vote/adoptionVote.ts';
import { tally } from '../../../domain/vote/tally.ts';
import type { Tx } from '../../../ports/store.ts';

export interface VoteFacts {
  readonly opened: readonly AdoptionVote[];
  readonly decided: readonly { readonly vote: AdoptionVote; readonly decision: Decision }[];
  readonly withdrawn: readonly AdoptionVote[];
  readonly open: readonly OpenVote[];
}

export interface OpenVote {
  readonly vote: AdoptionVote;
  readonly voted: number;
  /** Seats that may vote. */
  readonly entitled: number;
}

/** Oldest first, events in [from, to); `open` is the state of now. */
export async function voteFacts(
  tx: Pick<Tx, 'votes'>,
  process: Pick<Process, 'id'>,
  from: Date,
  to: Date,
): Promise<VoteFacts> {
  const votes = (await tx.votes.ofProcess(process.id)).toReversed();
  const within = (at: Date | null) => at !== null && at >= from && at < to;
  const ended = votes.filter((vote) => within(vote.closedAt));
  const open: OpenVote[] = [];
  for (const vote of votes) if (vote.state === 'open') open.push(await openVote(tx, vote));
  return {
    opened: votes.filter((vote) => within(vote.openedAt)),
    decided: ended.flatMap((vote) => (vote.decision ? [{ vote, decision: vote.decision }] : [])),
    withdrawn: ended.filter((vote) => vote.state === 'withdrawn'),
    open,
  };
}

async function openVote(tx: Pick<Tx, 'votes'>, vote: AdoptionVote): Promise<OpenVote> {
  const { cast, notVoted } = tally(await tx.votes.seats(vote.id), await tx.votes.ballots(vote.id));
  return { vote, voted: cast, entitled: cast + notVoted };
}
