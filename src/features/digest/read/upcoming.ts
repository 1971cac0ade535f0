/** What ends in the coming days: tasks, rounds and votes together, the next first. */

import { shortId } from '../../../domain/labels.ts';
import type { Process } from '../../../domain/process/process.ts';
import { addDays, localDateOf } from '../../../domain/time/calendar.ts';
import { closesAt, type Deadline } from '../../../domain/time/deadline.ts';
import type { Tx } from '../../../ports/store.ts';
import type { RoundFacts } from '../../round/read/digestFacts.ts';
import type { VoteFacts } from '../../vote/read/digestFacts.ts';
import type { Upcoming } from '../cards/digest.ts';

const DAYS_AHEAD = 14;

export async function upcoming(
  tx: Pick<Tx, 'tasks'>,
  process: Process,
  now: Date,
  open: { readonly rounds: RoundFacts['open']; readonly votes: VoteFacts['open'] },
): Promise<readonly Upcoming[]> {
  const last = addDays(localDateOf(now, process.zone), DAYS_AHEAD);
  const ahead = (deadline: Deadline) => closesAt(deadline, process.zone) > now && deadline.date <= last;
  const tasks = await tx.tasks.list(process.id, { state: 'open' });
  const all: Upcoming[] = [
    ...open.votes.map(({ vote: { number, title, deadline } }) => ({
      id: shortId('vote', number),
      what: 'vote' as const,
      title,
      deadline,
    })),
    ...open.rounds.map(({ round }) => ({
      id: shortId('round', round.number),
      what: 'round' as const,
      title: round.question,
      deadline: round.deadline,
    })),
    ...tasks.flatMap(({ number, text, due }) =>
      due ? [{ id: shortId('task', number), what: 'task' as const, title: text, deadline: due }] : [],
    ),
  ];
  const instant = ({ deadline }: Upcoming) => closesAt(deadline, process.zone).getTime();
  return all.filter(({ deadline }) => ahead(deadline)).sort((a, b) => instant(a) - instant(b));
}
