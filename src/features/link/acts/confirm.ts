/** One side confirms, then the other, then whoever has to agree: each to exactly this pair, and never one alone. */

import { type Caller, voiceFor } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { LinkRequestId } from '../../../domain/ids.ts';
import { lastsUntil } from '../../../domain/link/linkRequest.ts';
import { linkTopic } from '../../../domain/topics.ts';
import type { Card } from '../../../message/model.ts';
import type { Tx } from '../../../ports/store.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { linkAgreementAwaitedCard, linkAnsweredCard, linkOfferedCard, linkWaitingCard } from '../cards/confirm.ts';
import { faceOf } from '../read/faces.ts';
import { asksOf, checkedPair, type Pair, pairOf } from '../read/pair.ts';
import { currentRequest, isAccount, type TypedRequest } from '../read/request.ts';
import { askForAgreement, settleAgreement } from './agreement.ts';
import { joinPair } from './join.ts';
import { recordPair, tellAccounts } from './tell.ts';

/**
 * The answer to whoever confirmed; null where a message to them tells it.
 * @throws Refusal `link.over` when it is not theirs to confirm, or not any more, and those of {@link checkedPair}
 */
export async function confirmLink(tx: Tx, caller: Caller, id: LinkRequestId): Promise<Card | null> {
  const request = await currentRequest(tx, caller, id);
  switch (request.step) {
    case 'typed':
      return isAccount(request.typist, caller) ? offer(tx, caller, request) : refuse('link.over');
    case 'offered':
      return isAccount(request.asker, caller) ? accept(tx, caller, request) : refuse('link.over');
    case 'confirmed':
      return agree(tx, caller, request);
    default:
      return refuse('link.over');
  }
}

/** The account that typed the code has confirmed; now the one with the rights is asked. */
async function offer(tx: Tx, caller: Caller, request: TypedRequest): Promise<Card> {
  const pair = await checkedPair(tx, request, request.typist);
  const { shown, typed, processes } = pair;
  await tx.linkRequests.advance(request.id, 'offered', caller.now);
  for (const process of processes) await recordPair(tx, process, caller, 'person.linkConfirm', [typed, shown]);
  const question = { request: request.id, other: await faceOf(tx, typed) };
  await tellShown(tx, caller, pair, 'offered', (say) => linkOfferedCard(say, question));
  return linkWaitingCard(voiceFor(caller), await faceOf(tx, shown));
}

/** The account with the rights has confirmed too. */
async function accept(tx: Tx, caller: Caller, request: TypedRequest): Promise<null> {
  const pair = await checkedPair(tx, request, request.typist);
  const { shown, typed, processes, pending } = pair;
  for (const process of processes) await recordPair(tx, process, caller, 'person.linkConfirm', [shown, typed]);
  if (pending.length === 0) {
    await tellShown(tx, caller, pair, 'confirmed', (say) => linkAnsweredCard(say, 'confirmed'));
    await joinPair(tx, caller, pair);
    return null;
  }
  await tx.linkRequests.advance(request.id, 'confirmed', caller.now);
  const asked = { ...request, step: 'confirmed', since: caller.now } as const;
  await askForAgreement(tx, caller, { ...pair, request: asked });
  const waiting = { request: request.id, until: lastsUntil(asked) };
  await tellShown(tx, caller, pair, 'waiting', (say) => linkAgreementAwaitedCard(say, waiting));
  return null;
}

/** Somebody else agrees for their process; when nobody is missing any more, the accounts are linked. */
async function agree(tx: Tx, caller: Caller, request: TypedRequest): Promise<null> {
  // Before anything else is asked: what hinders these two is nobody else's business.
  const own = await asksOf(tx, caller, await pairOf(tx, request, request.typist));
  if (own.length === 0) refuse('link.over');
  const pair = await checkedPair(tx, request, request.typist);
  for (const process of own) {
    await tx.linkRequests.agree(request.id, process.id);
    const fact = await recordPair(tx, process, caller, 'person.linkAgree', [pair.shown, pair.typed]);
    await settleAgreement(tx, fact, pair, 'agreed');
  }
  if (own.length < pair.pending.length) return null;
  await tellShown(tx, caller, pair, 'confirmed', (say) => linkAnsweredCard(say, 'confirmed'));
  await joinPair(tx, caller, pair);
  return null;
}

function tellShown(
  tx: Tx,
  caller: Caller,
  { request, shown, processes }: Pair,
  step: string,
  card: (say: Phrases) => Card,
) {
  const topic = linkTopic(request.id);
  const message = { key: `${topic} ${step}`, to: shown.account, reader: shown.person, topic, card };
  return tellAccounts(tx, caller, processes, [message]);
}
