/** Two accounts of one human being become one person: which side comes to which, and who else has to agree. */
import type { GroupKind, MemberRole } from '../group/group.ts';
import type { ProcessId } from '../ids.ts';

/**
 * What somebody is in a process, from the lightest to the weightiest. In one process any two people can be compared, so
 * there is always a side on which to begin.
 */
const OFFICES = ['member', 'lead', 'seat', 'coordinator', 'chair'] as const;

export type Office = (typeof OFFICES)[number];

/** The weightiest office in each process the person takes part in. */
export type Standing = ReadonlyMap<ProcessId, Office>;

/** A deputy may be called to vote, and so weighs as much as the seat. */
export function officeOf(group: GroupKind, role: MemberRole): Office {
  if (group === 'working') return role === 'lead' || role === 'chair' ? 'lead' : 'member';
  if (role === 'chair') return 'chair';
  return role === 'expert' ? 'member' : 'seat';
}

export function weightiest(offices: readonly Office[]): Office | null {
  return offices.reduce<Office | null>((found, office) => (weightOf(office) > weightOf(found) ? office : found), null);
}

/** `forward`: the account that typed the code may come to the one that showed it; `back`: only the other way round. */
export type Direction = 'forward' | 'back' | 'neither';

/** Whoever comes may be nothing anywhere that the other is not at least as much: so no link opens a process, or raises anybody. */
export function directionOf(shown: Standing, typed: Standing): Direction {
  if (covers(shown, typed)) return 'forward';
  return covers(typed, shown) ? 'back' : 'neither';
}

function covers(one: Standing, other: Standing): boolean {
  return [...other].every(([process, office]) => weightOf(one.get(process)) >= weightOf(office));
}

/** The processes in which somebody else must agree: those in which more than a member's word is at stake. */
export function needingAgreement(standing: Standing): readonly ProcessId[] {
  return [...standing].filter(([, office]) => office !== 'member').map(([process]) => process);
}

function weightOf(office: Office | null | undefined): number {
  return office ? OFFICES.indexOf(office) : -1;
}
