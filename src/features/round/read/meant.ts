/** Which round is meant: the one that was named, or the only open one within reach. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Group } from '../../../domain/group/group.ts';
import { roundId, type ShortId, shortId } from '../../../domain/labels.ts';
import type { Contribution, InputRound } from '../../../domain/round/inputRound.ts';
import type { Tx } from '../../../ports/store.ts';

type Reading = Pick<Tx, 'groups' | 'rounds'>;

/** @throws Refusal `round.unknown` */
export async function namedRound(
  tx: Pick<Tx, 'rounds'>,
  caller: ProcessCaller,
  ref: Pick<ShortId, 'number'>,
): Promise<InputRound> {
  const round = await tx.rounds.byNumber(caller.process.id, ref.number);
  return round ?? refuse('round.unknown', { id: shortId('round', ref.number) });
}

/**
 * The named round, or the only open one of the room's group; in a direct chat, of the person's groups. Where none is
 * open, the one that ended last, so that the answer can say when that was.
 * @throws Refusal `round.unknown`, `round.none`, `round.which`
 */
export async function roundMeant(tx: Reading, caller: ProcessCaller, ref: ShortId | null): Promise<InputRound> {
  if (ref) return namedRound(tx, caller, ref);
  const groups = new Set((await groupsInReach(tx, caller)).map((group) => group.id));
  const rounds = (await tx.rounds.ofProcess(caller.process.id)).filter((round) => groups.has(round.groupId));
  const open = rounds.filter((round) => round.state === 'open').toReversed();
  const [oldest] = open;
  if (oldest && open.length > 1) refuse('round.which', { ids: open.map(roundId).join(', '), id: roundId(oldest) });
  return oldest ?? lastEnded(rounds) ?? refuse('round.none');
}

function lastEnded(rounds: readonly InputRound[]): InputRound | undefined {
  const endOf = ({ closedAt }: InputRound) => closedAt?.getTime() ?? 0;
  return rounds.toSorted((a, b) => endOf(b) - endOf(a))[0];
}

async function groupsInReach(tx: Reading, caller: ProcessCaller): Promise<readonly Group[]> {
  if (caller.room.kind === 'channel' && caller.group) return [caller.group];
  if (caller.coordinator) return tx.groups.ofProcess(caller.process.id);
  return tx.groups.ofPerson(caller.process.id, caller.person.id);
}

export interface Found {
  readonly round: InputRound;
  readonly contribution: Contribution;
}

/**
 * The person's own contribution.
 * @throws Refusal `round.unknown`, `contribution.unknown`, `contribution.notYours`, `contribution.withdrawn`
 */
export async function ownContribution(tx: Reading, caller: ProcessCaller, ref: ShortId): Promise<Found> {
  const round = await namedRound(tx, caller, ref);
  const id = shortId('round', ref.number, ref.part);
  const contribution = await tx.rounds.contribution(round.id, ref.part ?? 0);
  if (!contribution) return refuse('contribution.unknown', { id, round: roundId(round) });
  if (contribution.personId !== caller.person.id) return refuse('contribution.notYours', { id, round: roundId(round) });
  if (contribution.withdrawnAt) return refuse('contribution.withdrawn', { id, round: roundId(round) });
  return { round, contribution };
}
