/** Closes a vote whose deadline has passed: counts once, settles the result, and tells everyone concerned. */

import { postToGroup, tell } from '../../../acting/announce.ts';
import { endedAt } from '../../../acting/ended.ts';
import { BOT, type Fact, record } from '../../../acting/record.ts';
import type { VoteId } from '../../../domain/ids.ts';
import { shortId } from '../../../domain/labels.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { ResultState } from '../../../domain/result/workResult.ts';
import { closedEarly } from '../../../domain/time/closedEarly.ts';
import { resolutionTopic } from '../../../domain/topics.ts';
import type { AdoptionVote, Decision } from '../../../domain/vote/adoptionVote.ts';
import { chairBallot } from '../../../domain/vote/chair.ts';
import { recusalDecisive } from '../../../domain/vote/decisive.ts';
import { outcomeOf, type Result } from '../../../domain/vote/outcome.ts';
import { tally } from '../../../domain/vote/tally.ts';
import type { VoteFile } from '../../../ports/store/votes.ts';
import type { Tx } from '../../../ports/store.ts';
import { offerVote } from '../../clock/acts/early.ts';
import { refreshResultCard } from '../../result/acts/refresh.ts';
import { closedForGroupCard, notQuorateCard } from '../cards/closed.ts';
import { resolutionCard } from '../cards/resolution.ts';
import type { DecidedView } from '../cards/view.ts';
import { isOver } from '../read/meant.ts';
import { refreshVoteCard } from './refresh.ts';

/** What becomes of the work result; where nothing is named it stays with the steering group. */
const SETTLES: Readonly<Partial<Record<Result, ResultState>>> = {
  adopted: 'adopted',
  rejected: 'rejected',
  objected: 'draft',
};

/**
 * Does nothing to a vote that is closed or withdrawn already, or that was extended. The first close stands for ever, unless
 * a wrong clock did it.
 */
export async function closeVote(
  tx: Tx,
  process: Process,
  id: VoteId,
  now: Date,
  closedAtDatabase: Date | null,
): Promise<void> {
  const file = await tx.votes.file(id);
  if (file?.vote.state !== 'open' || !isOver(file.vote, process, now)) return;
  const { vote, seats, acts } = file;
  const decision = await decide(tx, process, file);
  const closedAt = await endedAt(tx, process, vote.deadline);
  const change = { state: 'closed', closedAt, closedAtDatabase, decision } as const;
  await tx.votes.update(id, change);
  await settleResult(tx, vote, decision, closedAt);
  const fact = await recordClose(tx, process, vote, decision, now);
  const closed = { ...vote, ...change };
  const view = await refreshVoteCard(tx, fact, { ...file, vote: closed });
  await announceClose(tx, fact, { ...view, decision }, recusalDecisive(seats, acts, vote.rule));
  if (closedEarly(closed, process.zone, now)) await offerVote(tx, fact, closed);
}

async function decide(tx: Pick<Tx, 'processes'>, process: Process, { vote, seats, acts }: VoteFile): Promise<Decision> {
  const counted = tally(seats, acts);
  const outcome = outcomeOf(counted, vote.rule, chairBallot(seats, acts));
  const resolved = outcome.result === 'adopted' || outcome.result === 'rejected';
  return { outcome, tally: counted, resolution: resolved ? await nextResolution(tx, process, vote) : null };
}

/** Numbered in the year of the last day of voting, so that a late closing does not move a resolution into the next year. */
async function nextResolution(tx: Pick<Tx, 'processes'>, process: Process, { deadline }: AdoptionVote) {
  const year = Number(deadline.date.slice(0, 4));
  return { number: await tx.processes.nextNumber(process.id, `resolution-${year}`), year };
}

async function settleResult(tx: Tx, vote: AdoptionVote, { outcome }: Decision, settledAt: Date): Promise<void> {
  const state = SETTLES[outcome.result];
  if (!state) return;
  await tx.results.update(vote.resultId, state === 'draft' ? { state } : { state, settledAt });
}

async function recordClose(
  tx: Tx,
  process: Process,
  vote: AdoptionVote,
  { outcome, tally: counted, resolution }: Decision,
  now: Date,
): Promise<Fact> {
  const id = shortId('vote', vote.number);
  if (outcome.castingVote) {
    await record(tx, process, now, BOT, 'vote.castingVote', { vote: id, choice: outcome.castingVote });
  }
  return record(tx, process, now, BOT, 'vote.close', {
    vote: id,
    textHash: vote.textHash,
    result: outcome.result,
    tally: counted,
    resolution: resolution && `${resolution.number}/${resolution.year}`,
  });
}

async function announceClose(tx: Tx, fact: Fact, view: DecidedView, decisive: boolean | null): Promise<void> {
  const { vote, result } = view;
  const steering = await tx.groups.byId(vote.groupId);
  const origin = await tx.groups.byId(result.groupId);
  if (steering) {
    await postToGroup(tx, fact, steering, resolutionTopic(vote), (say) =>
      resolutionCard(say, view, { decisive, head: fact.key }),
    );
  }
  if (origin && origin.id !== steering?.id) {
    await postToGroup(tx, fact, origin, null, (say) => closedForGroupCard(say, view));
  }
  if (view.decision.outcome.result === 'notQuorate') await tellChair(tx, fact, view);
  await refreshResultCard(tx, fact, result);
}

async function tellChair(tx: Tx, fact: Fact, { vote, seats }: DecidedView): Promise<void> {
  const chairs = seats.filter((seat) => seat.chair).map((seat) => seat.holderId);
  await tell(
    tx,
    fact,
    chairs.map((personId) => ({ personId, card: (say) => notQuorateCard(say, vote) })),
  );
}
