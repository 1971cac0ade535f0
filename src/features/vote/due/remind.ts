/** Reminds those who have not voted, and warns the chair when too few have. */

import { type PersonalMessage, tell } from '../../../acting/announce.ts';
import { BOT, record } from '../../../acting/record.ts';
import type { PersonId, VoteId } from '../../../domain/ids.ts';
import { shortId } from '../../../domain/labels.ts';
import type { Process } from '../../../domain/process/process.ts';
import { quorumOf } from '../../../domain/vote/quorum.ts';
import { tally } from '../../../domain/vote/tally.ts';
import type { Tx } from '../../../ports/store.ts';
import { quorumAtRiskCard, voteReminderCard } from '../cards/reminder.ts';
import type { VoteView } from '../cards/view.ts';
import { isOver } from '../read/meant.ts';
import { missingIn } from '../read/show.ts';
import { viewOf } from '../read/view.ts';

export type ReminderStep = 'halfTime' | 'lastCall';

/** Only seats without a ballot, through their active deputy where there is one. A vote that is over reminds nobody. */
export async function remindVoters(tx: Tx, process: Process, id: VoteId, step: ReminderStep, now: Date): Promise<void> {
  const file = await tx.votes.file(id);
  if (file?.vote.state !== 'open' || isOver(file.vote, process, now)) return;
  const { vote } = file;
  const view = viewOf(file);
  const missing = missingIn(view);
  const messages = [
    ...(await reminders(tx, view, missing, step)),
    ...(step === 'lastCall' ? warnings(view, missing) : []),
  ];
  if (messages.length === 0) return;
  const fact = await record(tx, process, now, BOT, 'vote.remind', { vote: shortId('vote', vote.number), step });
  await tell(tx, fact, messages);
}

async function reminders(
  tx: Pick<Tx, 'people'>,
  view: VoteView,
  missing: readonly PersonId[],
  step: ReminderStep,
): Promise<readonly PersonalMessage[]> {
  const voices = view.seats
    .filter((seat) => missing.includes(seat.holderId))
    .map((seat) => seat.deputyId ?? seat.holderId);
  const people = await tx.people.byIds(voices);
  return people
    .filter((person) => person.reminders)
    .map((person) => ({ personId: person.id, card: (say) => voteReminderCard(say, view, step) }));
}

/** The chair presides whether voting or not, so reminders switched off do not silence this one. */
function warnings(view: VoteView, missing: readonly PersonId[]): readonly PersonalMessage[] {
  const counted = tally(view.seats, [...view.ballots.values()]);
  const quorum = quorumOf(counted, view.vote.rule);
  if (quorum.met) return [];
  const names = view.vote.rule.secret ? null : missing;
  return view.seats
    .filter((seat) => seat.chair)
    .map((seat) => ({ personId: seat.holderId, card: (say) => quorumAtRiskCard(say, view, quorum, names) }));
}
