/** Whose voices have been heard in input rounds, and whose have not. */
import type { RoundReturn } from '../../cards/digest/digest.ts';
import type { InputRound } from '../../domain/inputRound.ts';
import type { Process } from '../../domain/process.ts';
import { STAKEHOLDER_KINDS, type StakeholderKind } from '../../domain/stakeholder.ts';
import type { Tx } from '../../ports/store.ts';
import type { RoundFacts } from '../rounds/digestFacts.ts';
import { participationIn } from '../rounds/participants.ts';

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

/** Kinds that have said nothing in any round of the process, themselves or through somebody who spoke for them. */
export async function unheard(
  tx: Pick<Tx, 'rounds'>,
  process: Pick<Process, 'id'>,
): Promise<readonly StakeholderKind[]> {
  const rounds = await tx.rounds.ofProcess(process.id);
  if (rounds.length === 0) return [];
  const heard = new Set<StakeholderKind | null>();
  for (const round of rounds) {
    for (const { kind, withdrawnAt } of await tx.rounds.contributions(round.id)) if (!withdrawnAt) heard.add(kind);
  }
  return STAKEHOLDER_KINDS.filter((kind) => !heard.has(kind));
}
