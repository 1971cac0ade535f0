/** Opens a closed round again until a new deadline. */
import { roundId } from '../../cards/round/label.ts';
import { nudgeCard } from '../../cards/round/nudgeCard.ts';
import { reopenedCard } from '../../cards/round/reopenedCard.ts';
import { closesAt, type Deadline } from '../../domain/deadline.ts';
import { refuse } from '../../domain/failure.ts';
import type { InputRound } from '../../domain/inputRound.ts';
import type { ShortId } from '../../domain/shortId.ts';
import type { Tx } from '../../ports/store.ts';
import { postToGroup, tell } from '../announce.ts';
import type { ProcessCaller } from '../caller.ts';
import { record } from '../record.ts';
import { requireLead } from '../rights.ts';
import { namedRound } from './find.ts';
import { reachable } from './reachable.ts';
import { refreshRoundCard } from './refresh.ts';
import { scheduleRound } from './schedule.ts';

/**
 * Only those who have not answered are asked again.
 * @throws Refusal `round.unknown`, `who.groupLead`, `round.stillOpen`, `round.until`, `round.past`
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
  const deadline = input.until ?? refuse('round.until', { id: roundId(round) });
  if (closesAt(deadline, process.zone) <= now) refuse('round.past');
  await tx.rounds.update(round.id, { state: 'open', closedAt: null, deadline });
  const reopened: InputRound = { ...round, state: 'open', closedAt: null, deadline };
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

async function lockedRound(tx: Tx, caller: ProcessCaller, ref: ShortId): Promise<InputRound> {
  const round = await namedRound(tx, caller, ref);
  return (await tx.rounds.lock(round.id)) ?? round;
}

async function groupOf(tx: Pick<Tx, 'groups'>, round: Pick<InputRound, 'groupId'>) {
  return (await tx.groups.byId(round.groupId)) ?? refuse('group.none');
}
