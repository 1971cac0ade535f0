/** Asks whoever may agree in each process, and tells all of them when one has answered. */

import { tell } from '../../../acting/announce.ts';
import type { Caller } from '../../../acting/caller.ts';
import type { Fact } from '../../../acting/record.ts';
import { lastsUntil } from '../../../domain/link/linkRequest.ts';
import { linkAgreementTopic } from '../../../domain/topics.ts';
import type { Card } from '../../../message/model.ts';
import type { Tx } from '../../../ports/store.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { type Agreement, linkAgreementCard, linkSettledCard } from '../cards/agreement.ts';
import { faceOf } from '../read/faces.ts';
import { approversOf, type Pair } from '../read/pair.ts';
import { recordPair } from './tell.ts';

export async function askForAgreement(tx: Tx, caller: Caller, pair: Pair): Promise<void> {
  for (const process of pair.pending) {
    const fact = await recordPair(tx, process, caller, 'person.linkAsk', [pair.shown, pair.typed]);
    await tellApprovers(tx, fact, pair, linkAgreementCard);
  }
}

/** The first answer counts in a process: nobody there is asked any more. */
export function settleAgreement(tx: Tx, fact: Fact, pair: Pair, settled: 'agreed' | 'declined'): Promise<void> {
  return tellApprovers(tx, fact, pair, (say, agreement) => linkSettledCard(say, settled, agreement));
}

async function tellApprovers(
  tx: Tx,
  fact: Fact,
  { request, shown, typed }: Pair,
  card: (say: Phrases, agreement: Agreement) => Card,
): Promise<void> {
  const agreement = {
    request: request.id,
    shown: await faceOf(tx, shown),
    typed: await faceOf(tx, typed),
    until: lastsUntil(request),
  };
  const approvers = await approversOf(tx, fact.process, [shown.person.id, typed.person.id]);
  await tell(
    tx,
    fact,
    approvers.map((personId) => ({
      personId,
      topic: linkAgreementTopic(request.id, fact.process.id),
      card: (say) => card(say, agreement),
    })),
  );
}
