/** The one message about a doubt that each coordinator has, changed in place as the doubt goes on. */

import { tell } from '../../../acting/announce.ts';
import type { Fact } from '../../../acting/record.ts';
import type { ClockDoubt } from '../../../domain/time/clockDoubt.ts';
import { clockTopic } from '../../../domain/topics.ts';
import type { Card } from '../../../message/model.ts';
import type { Tx } from '../../../ports/store.ts';
import type { Phrases } from '../../../text/phrases.ts';

export async function tellCoordinators(
  tx: Pick<Tx, 'outbox' | 'people' | 'processes'>,
  fact: Fact,
  doubt: Pick<ClockDoubt, 'id'>,
  card: (say: Phrases) => Card,
): Promise<void> {
  const topic = clockTopic(doubt, fact.process.id);
  const coordinators = await tx.processes.coordinators(fact.process.id);
  await tell(
    tx,
    fact,
    coordinators.map((personId) => ({ personId, topic, card })),
  );
}
