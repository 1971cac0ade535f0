/** Whose voices have been heard in input rounds, and whose have not. */

import { STAKEHOLDER_KINDS, type StakeholderKind } from '../../../domain/person/stakeholder.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import type { Tx } from '../../../ports/store.ts';
import type { RoundFacts } from '../../round/read/digestFacts.ts';
import { participationIn } from '../../round/read/participants.ts';
import type { RoundReturn } from '../cards/digest.ts';

/** Rounds closed in the window, and those still open. */
export async function roundReturns(
  tx: Pick<Tx, 'groups' | 'rounds'>,
  { closed, open }: Pick<RoundFacts, 'closed' | 'open'>,
): Promise<readonly RoundReturn[]> {
  const found: RoundReturn[] = [];
  for (const { round } of [...closed, ...open]) found.push(await returnOf(tx, round));
  return found;
}

async function returnOf(tx: Pick<Tx, 'groups' | 'rounds'>, round: InputRound): Promise<RoundReturn> {
  const { answered, invited, byKind } = await participationIn(tx, round);
  return { round, answered, invited, byKind: round.anonymity === 'anonymous' ? null : byKind };
}

/** Kinds among the members that have said nothing in any round of the process; empty while there has been no round. */
export async function unheard(
  tx: Pick<Tx, 'groups' | 'rounds'>,
  process: Pick<Process, 'id'>,
): Promise<readonly StakeholderKind[]> {
  const rounds = await tx.rounds.ofProcess(process.id);
  if (rounds.length === 0) return [];
  const heard = new Set<StakeholderKind | null>();
  for (const round of rounds) {
    for (const { kind, withdrawnAt } of await tx.rounds.contributions(round.id)) if (!withdrawnAt) heard.add(kind);
  }
  const present = await kindsPresent(tx, process);
  return STAKEHOLDER_KINDS.filter((kind) => present.has(kind) && !heard.has(kind));
}

async function kindsPresent(
  tx: Pick<Tx, 'groups'>,
  process: Pick<Process, 'id'>,
): Promise<ReadonlySet<StakeholderKind | null>> {
  const present = new Set<StakeholderKind | null>();
  for (const group of await tx.groups.ofProcess(process.id)) {
    for (const { kind } of await tx.groups.members(group.id)) present.add(kind);
  }
  return present;
}
