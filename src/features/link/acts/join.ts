/** Everybody has agreed: both accounts are one person from now on. */

import type { Caller } from '../../../acting/caller.ts';
import { linkTopic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { linkedCard } from '../cards/linked.ts';
import { faceOf } from '../read/faces.ts';
import type { Pair } from '../read/pair.ts';
import { tellEverybody } from './tell.ts';

/** @param pair checked; the command holds every process, so that it stays so */
export async function joinPair(tx: Tx, caller: Caller, { request, shown, typed, processes }: Pair): Promise<void> {
  const [kept, added] = [await faceOf(tx, shown), await faceOf(tx, typed)];
  await tx.linkRequests.remove(request.id);
  const link = await tx.links.join(shown.person.id, typed.person.id, caller.now);
  await tellEverybody(tx, caller, processes, {
    key: `${linkTopic(request.id)} linked`,
    action: 'person.link',
    kept: shown,
    // Where it was typed, and now the same person.
    added: { ...typed, account: { ...typed.account, personId: shown.person.id } },
    card: (say, told) => linkedCard(say, told, { link, kept, added }),
  });
}
