/** Looks at one vote, or at all of them. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { ShortId } from '../../../domain/labels.ts';
import type { Tx } from '../../../ports/store.ts';
import type { VoteView } from '../cards/view.ts';
import { voteGiven, voteMeant } from './meant.ts';
import { presides } from './steering.ts';
import { viewOf } from './view.ts';

/** @throws Refusal of {@link voteMeant} */
export async function showVote(tx: Tx, caller: ProcessCaller, ref: ShortId | null): Promise<VoteView> {
  return viewOf(await voteMeant(tx, caller, ref));
}

export interface VoteStatus {
  readonly view: VoteView;
  /** Seats without a ballot, for whoever presides over an open vote whose names may be seen; null for everybody else. */
  readonly missing: readonly PersonId[] | null;
}

/** The vote named, or all open ones. @throws Refusal `vote.unknown` */
export async function statusOf(tx: Tx, caller: ProcessCaller, ref: ShortId | null): Promise<readonly VoteStatus[]> {
  const files = ref ? [await voteGiven(tx, caller.process, ref)] : await tx.votes.openFiles(caller.process.id);
  const found: VoteStatus[] = [];
  for (const file of files) {
    const { vote } = file;
    const view = viewOf(file);
    const tells = vote.state === 'open' && !vote.rule.secret && (await presides(tx, caller, vote.groupId));
    found.push({ view, missing: tells ? missingIn(view) : null });
  }
  return found;
}

/** Holders of the seats that may vote and have not. */
export function missingIn({ seats, ballots }: Pick<VoteView, 'seats' | 'ballots'>): readonly PersonId[] {
  return seats.filter((seat) => !seat.recused && !ballots.has(seat.holderId)).map((seat) => seat.holderId);
}
