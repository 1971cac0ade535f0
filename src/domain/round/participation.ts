/** Who has answered in an input round and who has not: the figures behind its card, its reminders and its summary. */
import type { Membership } from '../group/group.ts';
import type { PersonId } from '../ids.ts';
import { STAKEHOLDER_KINDS, type StakeholderKind } from '../person/stakeholder.ts';
import type { Contribution } from './inputRound.ts';

export interface KindShare {
  /** Null: members whose stakeholder kind nobody has entered. */
  readonly kind: StakeholderKind | null;
  readonly answered: number;
  readonly invited: number;
}

export interface Participation {
  /** Contributions that were not withdrawn, by number. */
  readonly standing: readonly Contribution[];
  readonly invited: number;
  readonly answered: number;
  /** Members without a contribution of their own. */
  readonly silent: readonly PersonId[];
  /** Kinds among the members in the order of the guidance, the unknown one last. */
  readonly byKind: readonly KindShare[];
}

/**
 * Every member is invited, experts and deputies included. What a member recorded for somebody else is that other
 * person's voice, so it does not count as the member's own answer.
 */
export function participationOf(members: readonly Membership[], contributions: readonly Contribution[]): Participation {
  const standing = contributions.filter((contribution) => contribution.withdrawnAt === null);
  const voices = new Set(standing.filter((c) => c.behalfOf === null).map((c) => c.personId));
  const silent = members.filter((member) => !voices.has(member.personId)).map((member) => member.personId);
  return {
    standing,
    invited: members.length,
    answered: members.length - silent.length,
    silent,
    byKind: [...STAKEHOLDER_KINDS, null].flatMap((kind) => shareOf(kind, members, voices)),
  };
}

function shareOf(
  kind: StakeholderKind | null,
  members: readonly Membership[],
  voices: ReadonlySet<PersonId>,
): readonly KindShare[] {
  const invited = members.filter((member) => member.kind === kind);
  if (invited.length === 0) return [];
  return [{ kind, invited: invited.length, answered: invited.filter((m) => voices.has(m.personId)).length }];
}

/** Kinds that are among the members, and of which nobody has answered yet. */
export function unheardKinds(participation: Pick<Participation, 'byKind'>): readonly StakeholderKind[] {
  return participation.byKind.flatMap(({ kind, answered }) => (kind !== null && answered === 0 ? [kind] : []));
}
