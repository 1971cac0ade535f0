/** The accounts of a link, as they are shown to others. */

import type { PersonId } from '../../../domain/ids.ts';
import type { AccountLink } from '../../../ports/store/links.ts';
import type { Tx } from '../../../ports/store.ts';
import type { AccountFace } from '../cards/account.ts';
import type { Linked } from '../cards/linked.ts';
import type { Side } from './pair.ts';

type Reads = Pick<Tx, 'people' | 'links'>;

export async function faceOf(tx: Pick<Tx, 'people'>, { account, person }: Side): Promise<AccountFace> {
  const accounts = await tx.people.identities(account.personId);
  const id = accounts.find(({ platform }) => platform === account.platform)?.externalId ?? '';
  return { platform: account.platform, name: person.name, id };
}

/** A person's first account that is their own. */
export async function ownSide(tx: Pick<Tx, 'people'>, id: PersonId): Promise<Side> {
  const person = await tx.people.byId(id);
  const platform = (await tx.people.platforms([id])).get(id);
  if (!person || platform === undefined) throw new Error('A linked person has no account');
  return { person, account: { personId: id, platform } };
}

/** While they last. */
export async function linkedFaces(tx: Reads, links: readonly AccountLink[]): Promise<readonly Linked[]> {
  const found: Linked[] = [];
  for (const { id, personId, addedId } of links) {
    const kept = await faceOf(tx, await ownSide(tx, personId));
    const name = (await tx.people.byId(addedId))?.name ?? '';
    for (const { platform, externalId } of await tx.people.identities(personId)) {
      const by = await tx.links.ofAccount({ personId, platform });
      if (by?.id === id) found.push({ link: id, kept, added: { platform, name, id: externalId } });
    }
  }
  return found;
}
