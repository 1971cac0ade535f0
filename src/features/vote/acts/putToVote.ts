/** Opens a vote on a work result: freezes text, rule and roll, posts the card and registers its end. */

import { postToGroup } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import { type Group, holdsSeat } from '../../../domain/group/group.ts';
import { shortId } from '../../../domain/labels.ts';
import type { WorkResult } from '../../../domain/result/workResult.ts';
import { localDateOf } from '../../../domain/time/calendar.ts';
import type { Deadline } from '../../../domain/time/deadline.ts';
import { voteTopic } from '../../../domain/topics.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Rule } from '../../../domain/vote/rule.ts';
import { textHash } from '../../../domain/vote/textHash.ts';
import type { Tx } from '../../../ports/store.ts';
import { refreshResultCard } from '../../result/acts/refresh.ts';
import { postedVoteCard } from '../cards/voteCard.ts';
import { scheduleVote } from '../due/schedule.ts';
import { isOver } from '../read/meant.ts';
import { viewOf, voteFile } from '../read/view.ts';

interface Motion {
  readonly result: WorkResult;
  readonly rule: Rule;
  readonly deadline: Deadline;
  readonly secondCallOf: AdoptionVote | null;
}

/** @throws Refusal `vote.emptyRoll`, `vote.deadlinePast`, `vote.deadlineToday`, `vote.resultNotSubmitted`, `vote.alreadyOpen` */
export async function putToVote(tx: Tx, caller: ProcessCaller, steering: Group, motion: Motion): Promise<AdoptionVote> {
  const { result, deadline } = motion;
  // Asking for the number first lets only one opening at a time see whether a vote is open.
  const number = await tx.processes.nextNumber(caller.process.id, 'vote');
  await checkResult(tx, result);
  checkDeadline(caller, deadline);
  const roll = (await tx.groups.members(steering.id)).filter(holdsSeat);
  if (roll.length === 0) refuse('vote.emptyRoll');
  const vote = await tx.votes.create(
    {
      processId: caller.process.id,
      groupId: steering.id,
      number,
      resultId: result.id,
      resultVersion: result.version,
      resultKind: result.kind,
      title: result.title,
      text: result.text,
      textHash: textHash(result.title, result.text),
      rule: motion.rule,
      deadline,
      openedBy: caller.person.id,
      openedAt: caller.now,
      secondCallOf: motion.secondCallOf?.id ?? null,
      polls: caller.process.polls && !motion.rule.secret,
    },
    roll.map(({ personId, role, kind }) => ({ holderId: personId, chair: role === 'chair', kind })),
  );
  await announce(tx, caller, steering, vote, motion);
  await scheduleVote(tx, caller.process, vote);
  return vote;
}

async function checkResult(tx: Pick<Tx, 'votes'>, result: WorkResult): Promise<void> {
  const id = shortId('result', result.number);
  if (result.state !== 'submitted') refuse('vote.resultNotSubmitted', { id });
  const open = await tx.votes.openOn(result.id);
  if (open) refuse('vote.alreadyOpen', { id, vote: shortId('vote', open.number) });
}

/** A day is given to everybody in full: what ends today needs a time. */
function checkDeadline({ process, now }: ProcessCaller, deadline: Deadline): void {
  if (isOver({ deadline }, process, now)) refuse('vote.deadlinePast');
  if (deadline.time === null && deadline.date === localDateOf(now, process.zone)) refuse('vote.deadlineToday');
}

async function announce(
  tx: Tx,
  caller: ProcessCaller,
  steering: Group,
  vote: AdoptionVote,
  { result, rule, deadline, secondCallOf }: Motion,
): Promise<void> {
  const file = await voteFile(tx, vote);
  const view = viewOf(file);
  const tokens = file.seats.map(({ holderId }) => file.people.get(holderId)?.token ?? null);
  const fact = await record(tx, caller.process, caller.now, caller.person, 'vote.open', {
    vote: shortId('vote', vote.number),
    result: shortId('result', result.number),
    version: vote.resultVersion,
    textHash: vote.textHash,
    rule,
    deadline,
    roll: tokens,
    secondCallOf: secondCallOf && shortId('vote', secondCallOf.number),
  });
  await postToGroup(tx, fact, steering, voteTopic(vote), (say) => postedVoteCard(say, view, 'ping'));
  await refreshResultCard(tx, fact, result);
}
