/** Records that somebody is personally involved in an item and takes no part in the vote, or takes that back. */

import { tell } from '../../../acting/announce.ts';
import { mustBelong } from '../../../acting/belongs.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { AdoptionVote, VoteSeat } from '../../../domain/vote/adoptionVote.ts';
import { standingBallots } from '../../../domain/vote/tally.ts';
import type { Tx } from '../../../ports/store.ts';
import { recusalRecordedCard } from '../cards/notices.ts';
import { openVoteMeant } from '../read/meant.ts';
import { isChair, mustChair } from '../read/steering.ts';
import { refreshVoteCard } from './refresh.ts';

export interface RecuseInput {
  readonly vote: ShortId | null;
  /** Whom the chair records as involved; null: the person themselves. */
  readonly who: Person | null;
  /** Takes a recusal back. An earlier ballot counts again then. */
  readonly back: boolean;
}

export interface RecuseResult {
  readonly vote: AdoptionVote;
  readonly person: Person;
  /** The seat had a ballot, which is void now, or counts again. */
  readonly hadVoted: boolean;
}

/**
 * @throws Refusal `vote.onlyChair`, `vote.notOnRoll`, `vote.deputyRecuses`, `vote.recusedBefore`, `vote.notRecused`,
 * `vote.recusedByChair`, `person.outside`, and those of {@link openVoteMeant}
 */
export async function recuse(tx: Tx, caller: ProcessCaller, input: RecuseInput): Promise<RecuseResult> {
  const file = await openVoteMeant(tx, caller, input.vote);
  const { vote, seats, acts } = file;
  const person = input.who ?? caller.person;
  const forOther = person.id !== caller.person.id;
  if (forOther) await mustChair(tx, caller, vote.groupId);
  if (forOther && !seats.some(({ holderId }) => holderId === person.id)) await mustBelong(tx, caller.process, person);
  const seat = seatOf(vote, seats, person);
  if (input.back) await checkBack(tx, caller, vote, seat);
  else if (seat.recused) refuse('vote.recusedBefore', { id: shortId('vote', vote.number) });
  const recused = input.back ? null : { by: caller.person.id, at: caller.now };
  await tx.votes.updateSeat(vote.id, seat.holderId, { recused });
  const fact = await record(
    tx,
    caller.process,
    caller.now,
    caller.person,
    input.back ? 'vote.recuseBack' : 'vote.recuse',
    {
      vote: shortId('vote', vote.number),
      seat: person.token,
    },
  );
  await refreshVoteCard(tx, fact, { ...file, seats: seats.map((one) => (one === seat ? { ...one, recused } : one)) });
  if (forOther) {
    await tell(tx, fact, [{ personId: person.id, card: (say) => recusalRecordedCard(say, vote, input.back) }]);
  }
  return { vote, person, hadVoted: standingBallots(acts).has(seat.holderId) };
}

function seatOf(vote: AdoptionVote, seats: readonly VoteSeat[], person: Person): VoteSeat {
  const id = shortId('vote', vote.number);
  const own = seats.find((seat) => seat.holderId === person.id);
  if (own) return own;
  return refuse(seats.some((seat) => seat.deputyId === person.id) ? 'vote.deputyRecuses' : 'vote.notOnRoll', { id });
}

/** What the chair recorded, only the chair takes back. */
async function checkBack(tx: Tx, caller: ProcessCaller, vote: AdoptionVote, { recused }: VoteSeat): Promise<void> {
  const id = shortId('vote', vote.number);
  if (!recused) return refuse('vote.notRecused', { id });
  if (recused.by === caller.person.id || (await isChair(tx, caller, vote.groupId))) return;
  refuse('vote.recusedByChair');
}
