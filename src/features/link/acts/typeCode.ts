/** Somebody types the code on the other account: from then on it is used up, and both are asked. */

import type { Caller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { GUESSES_COUNT_MS, isCurrent, MAX_GUESSES } from '../../../domain/link/linkRequest.ts';
import type { Tx } from '../../../ports/store.ts';
import type { AccountFace } from '../cards/account.ts';
import { faceOf } from '../read/faces.ts';
import { checkedPair } from '../read/pair.ts';
import { readCode } from './ask.ts';

export interface TypedCode {
  readonly request: number;
  /** The account that showed the code. */
  readonly other: AccountFace;
}

/**
 * Null, and counted as a guess, when no such code can be typed: wrong, too old, used up, or after too many guesses. Nobody can tell
 * which. It is no refusal, because a refusal would take the count back.
 * @throws Refusal `link.same`, and those of {@link checkedPair}; the code stays good
 */
export async function typeCode(tx: Tx, caller: Caller, typed: string): Promise<TypedCode | null> {
  const { person, platform, now } = caller;
  const since = new Date(now.getTime() - GUESSES_COUNT_MS);
  if ((await tx.linkRequests.guesses(person.id, since)) >= MAX_GUESSES) return null;
  const request = await tx.linkRequests.byCode(readCode(typed));
  if (!request || !isCurrent(request, now)) {
    await tx.linkRequests.noteGuess(person.id, now);
    return null;
  }
  const { asker } = request;
  if (asker.personId === person.id && asker.platform === platform) refuse('link.same');
  const { shown } = await checkedPair(tx, request, { personId: person.id, platform });
  await tx.linkRequests.claim(request.id, { personId: person.id, platform }, now);
  return { request: request.id, other: await faceOf(tx, shown) };
}

/** Typed where others can read it: whoever it was for, it is good for nothing any more. */
export async function spoilCode(tx: Tx, typed: string): Promise<void> {
  const request = await tx.linkRequests.byCode(readCode(typed));
  if (request) await tx.linkRequests.remove(request.id);
}
