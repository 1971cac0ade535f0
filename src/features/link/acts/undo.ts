/** Undoes a link: the account that came is a person of its own again, and both and the coordination are told. */

import type { Caller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { LinkId } from '../../../domain/ids.ts';
import type { AccountLink } from '../../../ports/store/links.ts';
import type { Tx } from '../../../ports/store.ts';
import { unlinkedCard } from '../cards/linked.ts';
import { faceOf, ownSide } from '../read/faces.ts';
import { approversOf } from '../read/pair.ts';
import { standingOf } from '../read/standing.ts';
import { tellEverybody } from './tell.ts';

/** From the account that came, the link by which it did; from another one, all that came to it. */
export async function linksToUndo(
  tx: Pick<Tx, 'links'>,
  { person, platform }: Caller,
): Promise<readonly AccountLink[]> {
  const own = await tx.links.ofAccount({ personId: person.id, platform });
  return own ? [own] : tx.links.ofPerson(person.id);
}

/**
 * By the person, from either account, or by somebody who coordinates or chairs where the person takes part.
 * @throws Refusal `link.none` when there is no such link that is theirs to undo
 */
export async function undoLink(tx: Tx, caller: Caller, id: LinkId): Promise<void> {
  const link = (await tx.links.byId(id)) ?? refuse('link.none');
  const standing = await standingOf(tx, link.personId);
  const processes = (await tx.processes.active()).filter((process) => standing.has(process.id));
  const watching = await Promise.all(processes.map((process) => approversOf(tx, process, [])));
  if (caller.person.id !== link.personId && !watching.flat().includes(caller.person.id)) refuse('link.none');
  await tx.links.undo(id);
  const [kept, added] = [await ownSide(tx, link.personId), await ownSide(tx, link.addedId)];
  const about = { kept: await faceOf(tx, kept), added: await faceOf(tx, added) };
  await tellEverybody(tx, caller, processes, {
    key: `unlink ${id}`,
    action: 'person.unlink',
    kept,
    added,
    card: (say, told) => unlinkedCard(say, told, about),
  });
}
