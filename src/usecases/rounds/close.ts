/** Closes a round, at its deadline or before, and puts its summary into the room. */
import { roundId } from '../../cards/round/label.ts';
import { summaryCard } from '../../cards/round/summaryCard.ts';
import { closedEarly } from '../../domain/closedEarly.ts';
import { refuse } from '../../domain/failure.ts';
import type { InputRound } from '../../domain/inputRound.ts';
import type { Person } from '../../domain/person.ts';
import type { Process } from '../../domain/process.ts';
import type { ShortId } from '../../domain/shortId.ts';
import type { Tx } from '../../ports/store.ts';
import { postToGroup } from '../announce.ts';
import type { ProcessCaller } from '../caller.ts';
import { offerRound } from '../clocks/early.ts';
import { endedAt } from '../ended.ts';
import { namesOf } from '../names.ts';
import { BOT, record } from '../record.ts';
import { requireLead } from '../rights.ts';
import { roundMeant } from './find.ts';
import { refreshRoundCard } from './refresh.ts';
import { unscheduleRound } from './schedule.ts';
import { lockOpen } from './stillOpen.ts';

/** @throws Refusal `round.unknown`, `round.none`, `round.which`, `who.groupLead`, `round.closed` */
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
