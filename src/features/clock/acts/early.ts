/** What a wrong clock has ended before its time: whoever may open it again is asked, and what was done or put off by a wrong time is done in time. */

import { type PersonalMessage, tell } from '../../../acting/announce.ts';
import type { Fact } from '../../../acting/record.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import { addDays, localDateOf } from '../../../domain/time/calendar.ts';
import { closedEarly } from '../../../domain/time/closedEarly.ts';
import { closesAt, type Deadline } from '../../../domain/time/deadline.ts';
import { roundEarlyTopic, voteEarlyTopic } from '../../../domain/topics.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Tx } from '../../../ports/store.ts';
import { roundEarlyCard } from '../cards/earlyRound.ts';
import { voteEarlyCard } from '../cards/earlyVote.ts';

/** No fault of a platform makes a message wait longer than a quarter of an hour; a lost room is only asked once more. */
const FAR_MS = 3_600_000;
/** It may just be under way. */
const SENDING_MS = 60_000;

/** Its own deadline, or the end of tomorrow where that is over: everybody has a day at least. */
export function deadlineAgain({ deadline }: { readonly deadline: Deadline }, { zone }: Process, now: Date): Deadline {
  if (closesAt(deadline, zone) > now) return deadline;
  return { date: addDays(localDateOf(now, zone), 1), time: null };
}

/** To the chair and whoever coordinates. */
export async function offerVote(tx: Tx, fact: Fact, vote: AdoptionVote): Promise<void> {
  const chairs = (await tx.votes.seats(vote.id)).filter((seat) => seat.chair).map((seat) => seat.holderId);
  await offer(tx, fact, chairs, { topic: voteEarlyTopic(vote), card: (say) => voteEarlyCard(say, vote) });
}

/** To the lead of its group and whoever coordinates. */
export async function offerRound(tx: Tx, fact: Fact, round: InputRound): Promise<void> {
  const members = await tx.groups.members(round.groupId);
  const leads = members.filter(({ role }) => role === 'lead' || role === 'chair').map(({ personId }) => personId);
  await offer(tx, fact, leads, { topic: roundEarlyTopic(round), card: (say) => roundEarlyCard(say, round) });
}

async function offer(
  tx: Tx,
  fact: Fact,
  people: readonly PersonId[],
  message: Omit<PersonalMessage, 'personId'>,
): Promise<void> {
  const asked = new Set([...people, ...(await tx.processes.coordinators(fact.process.id))]);
  await tell(
    tx,
    fact,
    [...asked].map((personId) => ({ ...message, personId })),
  );
}

/** When the clock is right again: `fact` is that it is. */
export async function repairEarly(tx: Tx, fact: Fact): Promise<void> {
  const { process, at } = fact;
  await tx.due.redo(process.id, at);
  await tx.outbox.hasten(process.id, new Date(at.getTime() + FAR_MS), new Date(at.getTime() + SENDING_MS));
  // A digest that was sent too early told of all there was: the next one begins here, not at a time to come.
  const told = await tx.processes.lastDigest(process.id);
  if (told && told > at) await tx.processes.setLastDigest(process.id, at);
  for (const vote of await tx.votes.ofProcess(process.id)) {
    if (vote.state === 'closed' && closedEarly(vote, process.zone, at)) await offerVote(tx, fact, vote);
  }
  for (const round of await tx.rounds.ofProcess(process.id)) {
    if (round.state === 'closed' && closedEarly(round, process.zone, at)) await offerRound(tx, fact, round);
  }
}
