/** What the digest says about input rounds: opened and closed in its window, and how far the open ones are. */

import type { Process } from '../../../domain/process/process.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import type { Tx } from '../../../ports/store.ts';
import { participationIn } from './participants.ts';

export interface RoundFacts {
  readonly opened: readonly InputRound[];
  readonly closed: readonly ClosedRound[];
  readonly open: readonly OpenRound[];
}

export interface ClosedRound {
  readonly round: InputRound;
  /** Contributions that were not withdrawn. */
  readonly contributions: number;
  /** People who gave one or recorded one for somebody else. */
  readonly people: number;
}

export interface OpenRound {
  readonly round: InputRound;
  readonly answered: number;
  readonly invited: number;
}

/** Oldest first, events in [from, to); `open` is the state of now. */
export async function roundFacts(
  tx: Pick<Tx, 'groups' | 'rounds'>,
  process: Pick<Process, 'id'>,
  from: Date,
  to: Date,
): Promise<RoundFacts> {
  const rounds = (await tx.rounds.ofProcess(process.id)).toReversed();
  const within = (at: Date | null) => at !== null && at >= from && at < to;
  const closed: ClosedRound[] = [];
  const open: OpenRound[] = [];
  for (const round of rounds) {
    if (round.state === 'open') open.push(await openRound(tx, round));
    else if (within(round.closedAt)) closed.push(await closedRound(tx, round));
  }
  return { opened: rounds.filter((round) => within(round.openedAt)), closed, open };
}

async function openRound(tx: Pick<Tx, 'groups' | 'rounds'>, round: InputRound): Promise<OpenRound> {
  const { answered, invited } = await participationIn(tx, round);
  return { round, answered, invited };
}

async function closedRound(tx: Pick<Tx, 'groups' | 'rounds'>, round: InputRound): Promise<ClosedRound> {
  const { standing } = await participationIn(tx, round);
  const people = new Set(standing.map((contribution) => contribution.personId));
  return { round, contributions: standing.length, people: people.size };
}
