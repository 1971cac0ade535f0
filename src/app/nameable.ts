/** Whom to offer while somebody types a name: nobody whom it could not mean. */
import type { Whereabouts } from '../ports/bot.ts';
import type { Store, Tx } from '../ports/store.ts';
import { processesInReach } from './situation.ts';

export function nameable(store: Store, { platform, origin, person, room }: Whereabouts): Promise<readonly string[]> {
  return store.transaction(async (tx) => {
    const processes = await processesAt(tx, platform, person, room);
    const found = new Set<string>();
    for (const process of processes.length === 0 ? [null] : processes) {
      for (const account of await tx.people.nameable({ platform, origin, process })) found.add(account);
    }
    return [...found];
  });
}

async function processesAt(tx: Tx, platform: string, externalId: string, externalRoomId: string) {
  const person = await tx.people.byIdentity(platform, externalId);
  const room = await tx.rooms.byExternalId(platform, externalRoomId);
  const own = person ? await tx.processes.ofPerson(person.id) : [];
  return (await processesInReach(tx, room, own)).map(({ id }) => id);
}
