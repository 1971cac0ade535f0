/** Opens a vote again that a wrong clock has closed before its time; what it resolved is void. */

import { editCards, postToGroup, tell } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { type Fact, record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import { closedEarly } from '../../../domain/time/closedEarly.ts';
import type { Deadline } from '../../../domain/time/deadline.ts';
import { resolutionTopic } from '../../../domain/topics.ts';
import type { AdoptionVote, Decision } from '../../../domain/vote/adoptionVote.ts';
import { textHash } from '../../../domain/vote/textHash.ts';
import type { VoteFile } from '../../../ports/store/votes.ts';
import type { Tx } from '../../../ports/store.ts';
import { checkClock } from '../../clock/acts/check.ts';
import { deadlineAgain } from '../../clock/acts/early.ts';
import { refreshResultCard } from '../../result/acts/refresh.ts';
import { reopenedCard, reopenedForGroupCard, reopenedForSeatCard } from '../cards/reopened.ts';
import { voidCard } from '../cards/resolution.ts';
import { rescheduleVote } from '../due/schedule.ts';
import { isOver, voteGiven } from '../read/meant.ts';
import { mustPreside } from '../read/steering.ts';
import { refreshVoteCard } from './refresh.ts';

/**
 * `until` null: until its own deadline, or the end of tomorrow where that is over. Ballots stay as they were cast.
 * @throws Refusal `vote.unknown`, `who.chair`, `clock.doubted`, `vote.deadlinePast`, and those of {@link checkEarly} and {@link checkResult}
 */
export async function reopenVote(
  tx: Tx,
  caller: ProcessCaller,
  ref: ShortId,
  until: Deadline | null,
): Promise<AdoptionVote> {
  const { process, now } = caller;
  const file = await voteGiven(tx, process, ref);
  const { vote: closed } = file;
  await mustPreside(tx, caller, closed.groupId);
  await checkClock(tx, process);
  const decision = checkEarly(closed, caller);
  await checkResult(tx, closed);
  const deadline = until ?? deadlineAgain(closed, process, now);
  if (isOver({ deadline }, process, now)) refuse('vote.deadlinePast');
  const voided = [...closed.voided, ...(decision.resolution ? [decision.resolution] : [])];
  const open = { state: 'open', closedAt: null, closedAtDatabase: null, decision: null } as const;
  const change = { ...open, deadline, voided, polls: false };
  await tx.votes.update(closed.id, change);
  await tx.results.update(closed.resultId, { state: 'submitted', settledAt: null });
  const vote: AdoptionVote = { ...closed, ...change };
  await tx.due.redo(process.id, now);
  await rescheduleVote(tx, process, vote, now);
  const fact = await recordReopening(tx, caller, closed, vote);
  await editCards(tx, fact, resolutionTopic(closed), (say) => voidCard(say, { vote: closed, decision }, deadline));
  await tellEverybody(tx, fact, { ...file, vote }, decision);
  return vote;
}

/** @throws Refusal `vote.stillOpen`, `vote.isWithdrawn`, `vote.closedInTime` */
function checkEarly(vote: AdoptionVote, { process, now }: ProcessCaller): Decision {
  const id = shortId('vote', vote.number);
  if (vote.state === 'withdrawn') refuse('vote.isWithdrawn', { id });
  if (vote.state === 'open' || !vote.decision) return refuse('vote.stillOpen', { id });
  return closedEarly(vote, process.zone, now) ? vote.decision : refuse('vote.closedInTime', { id });
}

/** What has been built on the result since is not undone. @throws Refusal `vote.overtaken`, `vote.textChanged`, `vote.resultNotSubmitted` */
async function checkResult(tx: Pick<Tx, 'results' | 'votes'>, vote: AdoptionVote): Promise<void> {
  const id = shortId('vote', vote.number);
  const later = (await tx.votes.ofProcess(vote.processId)).find(
    (other) => other.resultId === vote.resultId && other.number > vote.number && other.state !== 'withdrawn',
  );
  if (later) refuse('vote.overtaken', { id, later: shortId('vote', later.number) });
  const result = await tx.results.byId(vote.resultId);
  if (!result || textHash(result.title, result.text) !== vote.textHash) return refuse('vote.textChanged', { id });
  if (result.state === 'withdrawn') refuse('vote.resultNotSubmitted', { id: shortId('result', result.number) });
}

function recordReopening(tx: Tx, caller: ProcessCaller, closed: AdoptionVote, vote: AdoptionVote): Promise<Fact> {
  const resolution = closed.decision?.resolution;
  return record(tx, caller.process, caller.now, caller.person, 'vote.reopen', {
    vote: shortId('vote', vote.number),
    void: resolution ? `${resolution.number}/${resolution.year}` : null,
    closedAt: closed.closedAt,
    closedAtDatabase: closed.closedAtDatabase,
    deadline: vote.deadline,
  });
}

async function tellEverybody(tx: Tx, fact: Fact, file: VoteFile, decision: Decision): Promise<void> {
  const { vote } = file;
  const view = await refreshVoteCard(tx, fact, file);
  const [steering, origin] = [await tx.groups.byId(vote.groupId), await tx.groups.byId(view.result.groupId)];
  if (steering) await postToGroup(tx, fact, steering, null, (say) => reopenedCard(say, view, decision));
  if (origin && origin.id !== steering?.id) {
    await postToGroup(tx, fact, origin, null, (say) => reopenedForGroupCard(say, view));
  }
  await tell(
    tx,
    fact,
    view.seats.flatMap((seat) => {
      const card = (say: Parameters<typeof reopenedForSeatCard>[0]) => reopenedForSeatCard(say, view, seat);
      const people = seat.deputyId === null ? [seat.holderId] : [seat.holderId, seat.deputyId];
      return people.map((personId) => ({ personId, card }));
    }),
  );
  await refreshResultCard(tx, fact, view.result);
}
