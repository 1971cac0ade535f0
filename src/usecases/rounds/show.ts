/** What a person may see of a round: their own words while it is open, everyone's once it is closed. */

import type { NameBook } from '../../cards/build.ts';
import { roundId } from '../../cards/round/label.ts';
import type { RoundView } from '../../cards/round/roundCard.ts';
import { refuse } from '../../domain/failure.ts';
import type { Contribution, InputRound } from '../../domain/inputRound.ts';
import { type ShortId, shortId } from '../../domain/shortId.ts';
import type { Tx } from '../../ports/store.ts';
import type { ProcessCaller } from '../caller.ts';
import { namesOf } from '../names.ts';
import { requireMember } from '../rights.ts';
import { namedRound, roundMeant } from './find.ts';
import { viewOf } from './refresh.ts';

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
  if (!own && round.state === 'open') refuse('contribution.hidden', { id, round: roundId(round) });
  if (contribution.withdrawnAt) refuse('contribution.withdrawn', { id, round: roundId(round) });
  const names = await namesOf(tx, round.anonymity === 'named' ? [contribution.personId] : []);
  return { round, contribution, own, names };
}
