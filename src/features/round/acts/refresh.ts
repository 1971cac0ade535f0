/** Reads what the cards of a round show, and brings its card up to date. */

import { editCards } from '../../../acting/announce.ts';
import type { Fact } from '../../../acting/record.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import { roundTopic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { type RoundView, roundCard } from '../cards/roundCard.ts';
import { participationIn } from '../read/participants.ts';

export async function viewOf(
  tx: Pick<Tx, 'groups' | 'rounds'>,
  process: Pick<Process, 'zone'>,
  round: InputRound,
): Promise<RoundView> {
  const group = await tx.groups.byId(round.groupId);
  if (!group) throw new Error(`The input round ${round.id} has no group`);
  return { round, group, zone: process.zone, participation: await participationIn(tx, round) };
}

/** To be called after everything about the round has changed. */
export async function refreshRoundCard(
  tx: Pick<Tx, 'groups' | 'outbox' | 'rounds'>,
  fact: Fact,
  round: Pick<InputRound, 'id'>,
): Promise<RoundView> {
  const current = await tx.rounds.byId(round.id);
  if (!current) throw new Error(`There is no input round ${round.id}`);
  const view = await viewOf(tx, fact.process, current);
  await editCards(tx, fact, roundTopic(current), (say) => roundCard(say, view));
  return view;
}
