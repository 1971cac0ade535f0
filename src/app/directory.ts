/** Where people are found on a platform, from the store. */
import type { Directory } from '../ports/directory.ts';
import type { Store } from '../ports/store.ts';

export function createDirectory(store: Store): Directory {
  return {
    externalIds: (platform, people) =>
      store.transaction(async (tx) => {
        const found = await Promise.all(people.map((id) => tx.people.identities(id)));
        const here = found.flatMap((identities) => identities.find((identity) => identity.platform === platform) ?? []);
        return new Map(here.map(({ personId, externalId }) => [personId, externalId]));
      }),
  };
}
