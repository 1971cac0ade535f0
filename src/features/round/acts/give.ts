/** Gives a contribution to a round, for oneself or in the name of somebody else. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Membership } from '../../../domain/group/group.ts';
import type { ShortId } from '../../../domain/labels.ts';
import { contributionId } from '../../../domain/labels.ts';
import type { StakeholderKind } from '../../../domain/person/stakeholder.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import type { Tx } from '../../../ports/store.ts';
import { type Found, roundMeant } from '../read/meant.ts';
import { lockOpen } from '../read/stillOpen.ts';
import { recordedActor } from './actor.ts';
import { refreshRoundCard } from './refresh.ts';

export interface NewContribution {
  /** Null: the only open round within reach. */
  readonly ref: ShortId | null;
  readonly text: string;
  /** Whose voice it is, in the words of who records it; null: their own. */
  readonly behalfOf: string | null;
}

/** @throws Refusal `round.unknown`, `round.none`, `round.which`, `round.closed`, `round.notInvited` */
export async function giveContribution(tx: Tx, caller: ProcessCaller, input: NewContribution): Promise<Found> {
  const { process, person, now } = caller;
  const round = await roundMeant(tx, caller, input.ref);
  const membership = await tx.groups.membership(round.groupId, person.id);
  if (!membership && !caller.coordinator) await refuseOutsider(tx, round);
  await lockOpen(tx, caller, round);
  const contribution = await tx.rounds.contribute({
    roundId: round.id,
    personId: person.id,
    behalfOf: input.behalfOf,
    kind: kindOf(round, membership, input.behalfOf),
    text: input.text,
    createdAt: now,
  });
  const fact = await record(tx, process, now, recordedActor(round, person), 'round.contribute', {
    contribution: contributionId(round, contribution),
    behalf: input.behalfOf !== null,
  });
  await refreshRoundCard(tx, fact, round);
  return { round, contribution };
}

async function refuseOutsider(tx: Pick<Tx, 'groups'>, round: InputRound): Promise<never> {
  const group = await tx.groups.byId(round.groupId);
  return refuse('round.notInvited', { group: group?.name ?? '' });
}

/** A kind would give an author away in an anonymous round, and whoever is spoken for need not be of the recorder's kind. */
function kindOf(
  round: Pick<InputRound, 'anonymity'>,
  membership: Pick<Membership, 'kind'> | null,
  behalfOf: string | null,
): StakeholderKind | null {
  return round.anonymity === 'anonymous' || behalfOf !== null ? null : (membership?.kind ?? null);
}
