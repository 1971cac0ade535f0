/** Opens an input round: a question to a group, with a deadline. */

import { postToGroup } from '../../../acting/announce.ts';
import type { GroupCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { requireLead } from '../../../acting/rights.ts';
import { refuse } from '../../../domain/failure.ts';
import { roundId } from '../../../domain/labels.ts';
import type { Anonymity, InputRound } from '../../../domain/round/inputRound.ts';
import { addDays, localDateOf } from '../../../domain/time/calendar.ts';
import { closesAt, type Deadline } from '../../../domain/time/deadline.ts';
import { roundTopic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { roundCard } from '../cards/roundCard.ts';
import { scheduleRound } from '../due/schedule.ts';
import { viewOf } from './refresh.ts';

/** How long a round runs when nobody says otherwise. */
const DEFAULT_DAYS = 14;

export interface NewRound {
  readonly question: string;
  readonly until: Deadline | null;
  readonly anonymity: Anonymity;
}

/** @throws Refusal `who.groupLead`, `round.past` */
export async function openRound(tx: Tx, caller: GroupCaller, input: NewRound): Promise<InputRound> {
  const { process, group, person, now } = caller;
  await requireLead(tx, caller, group.id);
  const deadline = input.until ?? { date: addDays(localDateOf(now, process.zone), DEFAULT_DAYS), time: null };
  if (closesAt(deadline, process.zone) <= now) refuse('round.past');
  const round = await tx.rounds.create({
    processId: process.id,
    groupId: group.id,
    number: await tx.processes.nextNumber(process.id, 'round'),
    question: input.question,
    anonymity: input.anonymity,
    deadline,
    openedBy: person.id,
    openedAt: now,
  });
  await scheduleRound(tx, process, round, now);
  const fact = await record(tx, process, now, person, 'round.open', {
    round: roundId(round),
    group: group.id,
    anonymity: round.anonymity,
    deadline,
  });
  const view = await viewOf(tx, process, round);
  await postToGroup(tx, fact, group, roundTopic(round), (say) => roundCard(say, view));
  return round;
}
