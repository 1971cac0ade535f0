/** The request a button is about, and what the caller is to it. */

import type { Caller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { LinkRequestId } from '../../../domain/ids.ts';
import { isCurrent } from '../../../domain/link/linkRequest.ts';
import type { Account, LinkRequest } from '../../../ports/store/links.ts';
import type { Tx } from '../../../ports/store.ts';

export interface TypedRequest extends LinkRequest {
  readonly typist: Account;
}

/**
 * Whatever is wrong with it is told alike, so that nobody learns of other people's requests.
 * @throws Refusal `link.over` when it is answered, withdrawn or too old
 */
export async function currentRequest(tx: Tx, { now }: Caller, id: LinkRequestId): Promise<TypedRequest> {
  const request = await tx.linkRequests.byId(id);
  if (!request?.typist || !isCurrent(request, now)) refuse('link.over');
  return { ...request, typist: request.typist };
}

export function isAccount({ personId, platform }: Account, caller: Caller): boolean {
  return personId === caller.person.id && platform === caller.platform;
}
