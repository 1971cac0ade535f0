/** Shows the digest, or sends it to every coordinator of the process. */

import { tell } from '../../../acting/announce.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { type BOT, record } from '../../../acting/record.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Tx } from '../../../ports/store.ts';
import type { Digest } from '../cards/digest.ts';
import { digestCard } from '../cards/digestCard.ts';
import { composeDigest } from '../read/compose.ts';

/** What the next digest would say if it were sent now; the window does not move. */
export async function previewDigest(tx: Tx, { process, now }: ProcessCaller): Promise<Digest> {
  return composeDigest(tx, process, await windowStart(tx, process), now, await tx.audit.head(process.id));
}

/** The next digest begins where this one ends: nothing is told twice, nothing is left out. */
export async function sendDigest(tx: Tx, process: Process, now: Date, actor: Person | typeof BOT): Promise<void> {
  const from = await windowStart(tx, process);
  const fact = await record(tx, process, now, actor, 'digest.send', {
    from: from.toISOString(),
    to: now.toISOString(),
  });
  const digest = await composeDigest(tx, process, from, now, fact.key);
  const coordinators = await tx.processes.coordinators(process.id);
  await tell(
    tx,
    fact,
    coordinators.map((personId) => ({ personId, card: (say) => digestCard(say, digest) })),
  );
  await tx.processes.setLastDigest(process.id, now);
}

async function windowStart(tx: Pick<Tx, 'processes'>, process: Process): Promise<Date> {
  return (await tx.processes.lastDigest(process.id)) ?? process.createdAt;
}
