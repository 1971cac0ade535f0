/** Moves the end of an open vote to a later day; possible once. */

import { postToGroup } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import { closesAt, type Deadline } from '../../../domain/time/deadline.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Tx } from '../../../ports/store.ts';
import { extendedCard } from '../cards/notices.ts';
import { rescheduleVote } from '../due/schedule.ts';
import { openVoteMeant } from '../read/meant.ts';
import { mustPreside } from '../read/steering.ts';
import { refreshVoteCard } from './refresh.ts';

/** @throws Refusal `vote.extendedBefore`, `vote.notLater`, `who.chair`, and those of {@link openVoteMeant} */
export async function extendVote(
  tx: Tx,
  caller: ProcessCaller,
  ref: ShortId | null,
  deadline: Deadline,
): Promise<AdoptionVote> {
  const file = await openVoteMeant(tx, caller, ref);
  const before = file.vote;
  await mustPreside(tx, caller, before.groupId);
  const { process, now } = caller;
  const id = shortId('vote', before.number);
  if (before.extended) refuse('vote.extendedBefore', { id });
  if (closesAt(deadline, process.zone) <= closesAt(before.deadline, process.zone)) refuse('vote.notLater', { id });
  await tx.votes.update(before.id, { deadline, extended: true });
  const vote = { ...before, deadline, extended: true };
  await rescheduleVote(tx, process, vote, now);
  const fact = await record(tx, process, now, caller.person, 'vote.extend', { vote: id, deadline });
  await refreshVoteCard(tx, fact, { ...file, vote });
  const steering = await tx.groups.byId(vote.groupId);
  if (steering) await postToGroup(tx, fact, steering, null, (say) => extendedCard(say, vote));
  return vote;
}
