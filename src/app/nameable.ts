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

async function processesAt(tx: Pick<Tx, 'arrivals'>, platform: string, sender: string, room: string) {
  return processesInReach(await tx.arrivals.read({ platform, key: null, sender, room })).map(({ id }) => id);
}
