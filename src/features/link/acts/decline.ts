/** One of both accounts, or somebody who was to agree, refuses: nothing has changed, and nothing of it can be confirmed any more. */

import { type Caller, voiceFor } from '../../../acting/caller.ts';
import { sentence } from '../../../cards/build.ts';
import { refuse } from '../../../domain/failure.ts';
import type { LinkRequestId } from '../../../domain/ids.ts';
import { linkTopic } from '../../../domain/topics.ts';
import type { Card } from '../../../message/model.ts';
import type { Tx } from '../../../ports/store.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { linkAnsweredCard, linkDeclinedCard } from '../cards/confirm.ts';
import { faceOf } from '../read/faces.ts';
import { asksOf, type Pair, pairOf } from '../read/pair.ts';
import { currentRequest, isAccount, type TypedRequest } from '../read/request.ts';
import { settleAgreement } from './agreement.ts';
import { type AccountMessage, recordPair, tellAccounts } from './tell.ts';

type Decliner = 'shown' | 'typed' | 'approver';

/**
 * The answer to whoever refused; null where a card of theirs tells it.
 * @throws Refusal `link.over` when it is not theirs to refuse, or not any more
 */
export async function declineLink(tx: Tx, caller: Caller, id: LinkRequestId): Promise<Card | null> {
  const request = await currentRequest(tx, caller, id);
  const pair = await pairOf(tx, request, request.typist);
  const decliner = (await declinerOf(tx, caller, request, pair)) ?? refuse('link.over');
  await tx.linkRequests.remove(request.id);
  for (const process of pair.processes) {
    const fact = await recordPair(tx, process, caller, 'person.linkDecline', [pair.shown, pair.typed]);
    if (request.step === 'confirmed' && pair.pending.includes(process))
      await settleAgreement(tx, fact, pair, 'declined');
  }
  await tellAccounts(tx, caller, pair.processes, await messagesOf(tx, request, pair, decliner));
  return decliner === 'typed' ? sentence(voiceFor(caller).line('link.cancelled')) : null;
}

async function declinerOf(
  tx: Tx,
  caller: Caller,
  { asker, typist, step }: TypedRequest,
  pair: Pair,
): Promise<Decliner | null> {
  if (isAccount(typist, caller)) return 'typed';
  if (step === 'typed') return null;
  if (isAccount(asker, caller)) return 'shown';
  return step === 'confirmed' && (await asksOf(tx, caller, pair)).length > 0 ? 'approver' : null;
}

/** Whoever was asked before is told, but for the one who refused. */
async function messagesOf(
  tx: Tx,
  { id, step }: TypedRequest,
  { shown, typed }: Pair,
  decliner: Decliner,
): Promise<readonly AccountMessage[]> {
  if (step === 'typed') return [];
  const topic = linkTopic(id);
  const toShown = { to: shown.account, reader: shown.person };
  const toTyped = { to: typed.account, reader: typed.person };
  const [here, there] = [await faceOf(tx, shown), await faceOf(tx, typed)];
  // The question itself says what its account did.
  const confirmed = step === 'confirmed' && decliner !== 'shown';
  const answered = (say: Phrases) => linkAnsweredCard(say, confirmed ? 'confirmed' : 'declined');
  const messages: AccountMessage[] = [{ ...toShown, key: `${topic} answered`, topic, card: answered }];
  if (confirmed)
    messages.push({ ...toShown, key: `${topic} declined shown`, card: (say) => linkDeclinedCard(say, there) });
  if (decliner !== 'typed')
    messages.push({ ...toTyped, key: `${topic} declined typed`, card: (say) => linkDeclinedCard(say, here) });
  return messages;
}
