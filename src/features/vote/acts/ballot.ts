/** What casting a ballot and taking it back have in common: the seat it is for, and who learns of it. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import { shortId } from '../../../domain/labels.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { AdoptionVote, BallotAct, VoteSeat } from '../../../domain/vote/adoptionVote.ts';
import { standingOf } from '../../../domain/vote/roll.ts';
import type { VoteFile } from '../../../ports/store/votes.ts';
import type { Tx } from '../../../ports/store.ts';
import { refreshVoteCard } from './refresh.ts';

/** @throws Refusal `vote.notOnRoll`, `vote.recused`, `vote.deputyActs` */
export function seatOf(vote: AdoptionVote, seats: readonly VoteSeat[], caller: ProcessCaller): VoteSeat {
  const standing = standingOf(seats, caller.person.id);
  return standing.may ? standing.seat : refuse(`vote.${standing.why}`, { id: shortId('vote', vote.number) });
}

/** Writes the act down and brings the card in the room up to date, which shows how many have voted. */
export async function tellRoom(tx: Tx, caller: ProcessCaller, file: VoteFile, act: BallotAct): Promise<void> {
  const { vote, people } = file;
  const action = act.choice === null ? 'vote.retract' : 'vote.cast';
  const fact = await record(tx, caller.process, caller.now, caller.person, action, {
    vote: shortId('vote', vote.number),
    seat: people.get(act.holderId)?.token ?? null,
    sequence: act.sequence,
    textHash: act.textHash,
    ...(vote.rule.secret || act.choice === null ? {} : { choice: act.choice }),
  });
  await refreshVoteCard(tx, fact, withAct(file, act, caller.person));
}

/** As it is once the act is recorded. */
function withAct(file: VoteFile, act: BallotAct, by: Person): VoteFile {
  return { ...file, acts: [...file.acts, act], people: new Map(file.people).set(by.id, by) };
}
