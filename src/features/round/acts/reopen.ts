/** Opens a closed round again until a new deadline. */

import { postToGroup, tell } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { requireLead } from '../../../acting/rights.ts';
import { refuse } from '../../../domain/failure.ts';
import type { ShortId } from '../../../domain/labels.ts';
import { roundId } from '../../../domain/labels.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import { closedEarly } from '../../../domain/time/closedEarly.ts';
import { closesAt, type Deadline } from '../../../domain/time/deadline.ts';
import type { Tx } from '../../../ports/store.ts';
import { checkClock } from '../../clock/acts/check.ts';
import { deadlineAgain } from '../../clock/acts/early.ts';
import { nudgeCard } from '../cards/nudgeCard.ts';
import { reopenedCard } from '../cards/reopenedCard.ts';
import { scheduleRound, unscheduleRound } from '../due/schedule.ts';
import { namedRound } from '../read/meant.ts';
import { reachable } from '../read/reachable.ts';
import { refreshRoundCard } from './refresh.ts';

/**
 * Only those who have not answered are asked again.
 * @throws Refusal `round.unknown`, `who.groupLead`, `group.none`, `round.stillOpen`, `round.until`, `clock.doubted`, `round.past`
 */
export async function reopenRound(
  tx: Tx,
  caller: ProcessCaller,
  input: { readonly ref: ShortId; readonly until: Deadline | null },
): Promise<InputRound> {
  const { process, now } = caller;
  const round = await lockedRound(tx, caller, input.ref);
  await requireLead(tx, caller, round.groupId);
  if (round.state === 'open') refuse('round.stillOpen', { id: roundId(round) });
  const deadline = input.until ?? (await deadlineOfEarly(tx, caller, round));
  if (closesAt(deadline, process.zone) <= now) refuse('round.past');
  const change = { state: 'open', closedAt: null, closedAtDatabase: null, deadline } as const;
  await tx.rounds.update(round.id, change);
  const reopened: InputRound = { ...round, ...change };
  await tx.due.redo(process.id, now);
  await unscheduleRound(tx, round);
  await scheduleRound(tx, process, reopened, now);
  const fact = await record(tx, process, now, caller.person, 'round.reopen', { round: roundId(round), deadline });
  const view = await refreshRoundCard(tx, fact, round);
  await postToGroup(tx, fact, await groupOf(tx, round), null, (say) => reopenedCard(say, view));
  const others = view.participation.silent.filter((id) => id !== caller.person.id);
  const silent = await reachable(tx, process, others, now);
  await tell(
    tx,
    fact,
    silent.map((personId) => ({ personId, card: (say) => nudgeCard(say, view, 'reopened') })),
  );
  return reopened;
}

/** Only a round that a wrong clock has closed need not be told until when. */
async function deadlineOfEarly(tx: Tx, { process, now }: ProcessCaller, round: InputRound): Promise<Deadline> {
  if (!closedEarly(round, process.zone, now)) return refuse('round.until', { id: roundId(round) });
  await checkClock(tx, process);
  return deadlineAgain(round, process, now);
}

async function lockedRound(tx: Tx, caller: ProcessCaller, ref: ShortId): Promise<InputRound> {
  const round = await namedRound(tx, caller, ref);
  return (await tx.rounds.lock(round.id)) ?? round;
}

async function groupOf(tx: Pick<Tx, 'groups'>, round: Pick<InputRound, 'groupId'>) {
  return (await tx.groups.byId(round.groupId)) ?? refuse('group.none');
}
