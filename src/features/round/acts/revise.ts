/** Changes or withdraws one's own contribution while the round is open. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import type { ShortId } from '../../../domain/labels.ts';
import { contributionId } from '../../../domain/labels.ts';
import type { Contribution } from '../../../domain/round/inputRound.ts';
import type { Tx } from '../../../ports/store.ts';
import { type Found, ownContribution } from '../read/meant.ts';
import { lockOpen } from '../read/stillOpen.ts';
import { recordedActor } from './actor.ts';
import { refreshRoundCard } from './refresh.ts';

/** @throws Refusal those of {@link ownContribution} and {@link lockOpen} */
export async function editContribution(
  tx: Tx,
  caller: ProcessCaller,
  input: { readonly ref: ShortId; readonly text: string },
): Promise<Found> {
  return revise(tx, caller, input.ref, 'round.edit', { text: input.text, editedAt: caller.now });
}

/** @throws Refusal those of {@link ownContribution} and {@link lockOpen} */
export async function withdrawContribution(tx: Tx, caller: ProcessCaller, ref: ShortId): Promise<Found> {
  return revise(tx, caller, ref, 'round.withdraw', { withdrawnAt: caller.now });
}

async function revise(
  tx: Tx,
  caller: ProcessCaller,
  ref: ShortId,
  what: 'round.edit' | 'round.withdraw',
  change: Partial<Pick<Contribution, 'text' | 'editedAt' | 'withdrawnAt'>>,
): Promise<Found> {
  const { round, contribution } = await ownContribution(tx, caller, ref);
  await lockOpen(tx, caller, round);
  await tx.rounds.updateContribution(contribution.id, change);
  const actor = recordedActor(round, caller.person);
  const data = { contribution: contributionId(round, contribution) };
  const fact = await record(tx, caller.process, caller.now, actor, what, data);
  await refreshRoundCard(tx, fact, round);
  return { round, contribution: { ...contribution, ...change } };
}
