/** What a platform has replaced goes on under the id of what took its place. */
import type { Db } from '../tables/tables.ts';

export async function exchangeIds(
  db: Db,
  table: 'mitwirk.rooms' | 'mitwirk.spaces',
  platform: string,
  from: string,
  to: string,
): Promise<void> {
  const rename = (old: string, now: string) =>
    db
      .updateTable(table)
      .set({ external_id: now })
      .where('platform', '=', platform)
      .where('external_id', '=', old)
      .execute();
  // The new one may be known already: then the two change places, by way of a name that no platform gives.
  await rename(to, `${to} replaced`);
  await rename(from, to);
  await rename(`${to} replaced`, from);
}
