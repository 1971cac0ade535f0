/** What a person may see of a round: their own words while it is open, everyone's once it is closed. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { namesOf } from '../../../acting/names.ts';
import { requireMember } from '../../../acting/rights.ts';
import type { NameBook } from '../../../cards/build.ts';
import { refuse } from '../../../domain/failure.ts';
import { roundId, type ShortId, shortId } from '../../../domain/labels.ts';
import type { Contribution, InputRound } from '../../../domain/round/inputRound.ts';
import type { Tx } from '../../../ports/store.ts';
import { viewOf } from '../acts/refresh.ts';
import type { RoundView } from '../cards/roundCard.ts';
import { namedRound, roundMeant } from './meant.ts';

export interface ShownRound {
  readonly view: RoundView;
  /** The person's own contributions that stand. */
  readonly own: readonly Contribution[];
  readonly names: NameBook;
}

/** @throws Refusal `round.unknown`, `round.none`, `round.which`, `who.member` */
export async function showRound(tx: Tx, caller: ProcessCaller, ref: ShortId | null): Promise<ShownRound> {
  const round = await roundMeant(tx, caller, ref);
  await requireMember(tx, caller, round.groupId);
  const view = await viewOf(tx, caller.process, round);
  const { standing } = view.participation;
  return {
    view,
    own: standing.filter((contribution) => contribution.personId === caller.person.id),
    names: await namesOf(tx, round.anonymity === 'named' ? standing.map((c) => c.personId) : []),
  };
}

export interface ShownContribution {
  readonly round: InputRound;
  readonly contribution: Contribution;
  readonly own: boolean;
  readonly names: NameBook;
}

/** @throws Refusal `round.unknown`, `who.member`, `contribution.unknown`, `contribution.hidden`, `contribution.withdrawn` */
export async function showContribution(tx: Tx, caller: ProcessCaller, ref: ShortId): Promise<ShownContribution> {
  const round = await namedRound(tx, caller, ref);
  await requireMember(tx, caller, round.groupId);
  const id = shortId('round', ref.number, ref.part);
  const contribution = await tx.rounds.contribution(round.id, ref.part ?? 0);
  if (!contribution) return refuse('contribution.unknown', { id, round: roundId(round) });
  const own = contribution.personId === caller.person.id;
  if (!own && round.state === 'open') refuse('contribution.hidden', { round: roundId(round) });
  if (contribution.withdrawnAt) refuse('contribution.withdrawn', { id, round: roundId(round) });
  const names = await namesOf(tx, round.anonymity === 'named' ? [contribution.personId] : []);
  return { round, contribution, own, names };
}
