/** Due work that goes on failing: the coordination is told what does not happen, and where to look. */

import { tell } from '../../../acting/announce.ts';
import { BOT, record } from '../../../acting/record.ts';
import type { RoundId, TaskId, VoteId } from '../../../domain/ids.ts';
import { shortId } from '../../../domain/labels.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { DueItem } from '../../../domain/time/due.ts';
import type { Tx } from '../../../ports/store.ts';
import { dueFailingCard, type FailingWork } from '../cards/dueFailing.ts';

/** `reference` stands in the operator's log too. */
export async function reportFailing(
  tx: Tx,
  process: Process,
  items: readonly DueItem[],
  reference: string,
  now: Date,
): Promise<void> {
  const failing: FailingWork[] = [];
  for (const item of items) failing.push({ kind: item.kind, id: await idOf(tx, item) });
  const fact = await record(tx, process, now, BOT, 'due.failing', { work: failing, reference });
  const coordinators = await tx.processes.coordinators(process.id);
  await tell(
    tx,
    fact,
    coordinators.map((personId) => ({ personId, card: (say) => dueFailingCard(say, failing, reference) })),
  );
}

/** Null for what has none, and where reading it is what fails. */
async function idOf(tx: Tx, { kind, objectId }: DueItem): Promise<string | null> {
  let id: string | null = null;
  await tx.attempt(async () => {
    id = await read(tx, kind.split('.')[0], objectId);
  });
  return id;
}

async function read(tx: Tx, subject: string | undefined, id: number): Promise<string | null> {
  const numbered = (kind: 'task' | 'vote' | 'round', found: { readonly number: number } | null) =>
    found && shortId(kind, found.number);
  if (subject === 'task') return numbered('task', await tx.tasks.byId(id as TaskId));
  if (subject === 'vote') return numbered('vote', await tx.votes.byId(id as VoteId));
  if (subject === 'round') return numbered('round', await tx.rounds.byId(id as RoundId));
  return null;
}
