/** Declares a member absent for one item and the member's deputy in, or the member back. */

import { tell } from '../../../acting/announce.ts';
import { mustBelong } from '../../../acting/belongs.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { type ShortId, shortId } from '../../../domain/labels.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import { deputyProblem } from '../../../domain/vote/roll.ts';
import { standingBallots } from '../../../domain/vote/tally.ts';
import type { VoteFile } from '../../../ports/store/votes.ts';
import type { Tx } from '../../../ports/store.ts';
import { deputyInCard } from '../cards/notices.ts';
import { openVoteMeant } from '../read/meant.ts';
import { mustChair } from '../read/steering.ts';
import { voteFile } from '../read/view.ts';
import { refreshVoteCard } from './refresh.ts';

export interface DeputyInput {
  readonly vote: ShortId | null;
  /** Null: the only deputy the group has for the seat. */
  readonly deputy: Person | null;
  /** Whose seat it is; null: the caller's own, or the one the deputy named is tied to. */
  readonly of: Person | null;
  /** The holder votes in person again. */
  readonly back: boolean;
}

export interface DeputyResult {
  readonly vote: AdoptionVote;
  readonly holderId: PersonId;
  /** Null when the holder is back. */
  readonly deputyId: PersonId | null;
}

/**
 * Only before the seat has a ballot, so that nobody's vote is replaced by someone else's.
 * @throws Refusal `vote.onlyChair`, `vote.seatVoted`, `vote.noDeputy`, `vote.deputy.<problem>`, `person.outside`, and those of {@link openVoteMeant}
 */
export async function callDeputy(tx: Tx, caller: ProcessCaller, input: DeputyInput): Promise<DeputyResult> {
  const file = await openVoteMeant(tx, caller, input.vote);
  const { vote, acts } = file;
  await mustTakePart(tx, caller, file, input);
  const holderId = await holderOf(tx, caller, vote, input);
  if (holderId !== caller.person.id) await mustChair(tx, caller, vote.groupId);
  if (standingBallots(acts).has(holderId)) refuse('vote.seatVoted', { id: shortId('vote', vote.number) });
  const deputyId = input.back ? null : await deputyOf(tx, vote, holderId, input.deputy);
  check(file, holderId, deputyId);
  await tx.votes.updateSeat(vote.id, holderId, { deputyId });
  // Somebody may have come into it who was not in it before.
  await tellOf(tx, caller, await voteFile(tx, vote), { holderId, deputyId });
  return { vote, holderId, deputyId };
}

/** Whoever has a seat keeps it for this vote, also when they have left the group since. */
async function mustTakePart(tx: Tx, caller: ProcessCaller, { seats }: VoteFile, { deputy, of }: DeputyInput) {
  if (deputy) await mustBelong(tx, caller.process, deputy);
  if (of && !seats.some(({ holderId }) => holderId === of.id)) await mustBelong(tx, caller.process, of);
}

/** The seat meant: the one named, the one the deputy named is tied to, or the own. */
async function holderOf(tx: Tx, caller: ProcessCaller, vote: AdoptionVote, input: DeputyInput): Promise<PersonId> {
  if (input.of) return input.of.id;
  const named = input.deputy ? await tx.groups.membership(vote.groupId, input.deputy.id) : null;
  return named?.deputyOf ?? caller.person.id;
}

/** Only people whom the group has taken in as deputy of just this seat. */
async function deputyOf(tx: Tx, vote: AdoptionVote, holder: PersonId, named: Person | null): Promise<PersonId> {
  const members = await tx.groups.members(vote.groupId);
  const deputies = members.filter((member) => member.role === 'deputy' && member.deputyOf === holder);
  const found = named ? deputies.filter((member) => member.personId === named.id) : deputies;
  const [only] = found;
  return only && found.length === 1 ? only.personId : refuse('vote.noDeputy');
}

function check({ vote, seats }: VoteFile, holder: PersonId, deputy: PersonId | null): void {
  const represented = seats.some((seat) => seat.holderId === holder && seat.deputyId !== null);
  const problem = deputy === null ? (represented ? null : 'notActive') : deputyProblem(seats, holder, deputy);
  if (problem) refuse(`vote.deputy.${problem}`, { id: shortId('vote', vote.number) });
}

async function tellOf(
  tx: Tx,
  caller: ProcessCaller,
  file: VoteFile,
  { holderId, deputyId }: Pick<DeputyResult, 'holderId' | 'deputyId'>,
): Promise<void> {
  const { vote, people } = file;
  const fact = await record(tx, caller.process, caller.now, caller.person, 'vote.deputy', {
    vote: shortId('vote', vote.number),
    seat: people.get(holderId)?.token ?? null,
    deputy: (deputyId && people.get(deputyId)?.token) ?? null,
  });
  const view = await refreshVoteCard(tx, fact, file);
  if (deputyId === null) return;
  await tell(tx, fact, [{ personId: deputyId, card: (say) => deputyInCard(say, view, holderId) }]);
}
