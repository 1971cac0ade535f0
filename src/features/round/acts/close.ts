/** Closes a round, at its deadline or before, and puts its summary into the room. */

import { postToGroup } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { endedAt } from '../../../acting/ended.ts';
import { namesOf } from '../../../acting/names.ts';
import { BOT, record } from '../../../acting/record.ts';
import { requireLead } from '../../../acting/rights.ts';
import { refuse } from '../../../domain/failure.ts';
import type { ShortId } from '../../../domain/labels.ts';
import { roundId } from '../../../domain/labels.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import { closedEarly } from '../../../domain/time/closedEarly.ts';
import type { Tx } from '../../../ports/store.ts';
import { offerRound } from '../../clock/acts/early.ts';
import { summaryCard } from '../cards/summaryCard.ts';
import { unscheduleRound } from '../due/schedule.ts';
import { roundMeant } from '../read/meant.ts';
import { lockOpen } from '../read/stillOpen.ts';
import { refreshRoundCard } from './refresh.ts';

/** @throws Refusal `round.unknown`, `round.none`, `round.which`, `who.groupLead`, `group.none`, `round.closed` */
export async function closeEarly(tx: Tx, caller: ProcessCaller, ref: ShortId | null): Promise<InputRound> {
  const round = await roundMeant(tx, caller, ref);
  await requireLead(tx, caller, round.groupId);
  await lockOpen(tx, caller, round);
  await closeRound(tx, caller.process, round, caller.person, { now: caller.now, database: null });
  return round;
}

/**
 * The round must be open, and locked. The bot closes those whose deadline is over; `database`: what its clock shows then,
 * null otherwise.
 */
export async function closeRound(
  tx: Tx,
  process: Process,
  round: InputRound,
  actor: Person | typeof BOT,
  { now, database }: { readonly now: Date; readonly database: Date | null },
): Promise<void> {
  const closedAt = actor === BOT ? await endedAt(tx, process, round.deadline) : now;
  await tx.rounds.update(round.id, { state: 'closed', closedAt, closedAtDatabase: database });
  await unscheduleRound(tx, round);
  const fact = await record(tx, process, now, actor, 'round.close', { round: roundId(round) });
  const view = await refreshRoundCard(tx, fact, round);
  const group = await tx.groups.byId(round.groupId);
  if (!group) return refuse('group.none');
  const authors = round.anonymity === 'named' ? view.participation.standing.map((c) => c.personId) : [];
  const names = await namesOf(tx, authors);
  await postToGroup(tx, fact, group, null, (say) => summaryCard(say, view, names));
  if (closedEarly(view.round, process.zone, now)) await offerRound(tx, fact, view.round);
}
