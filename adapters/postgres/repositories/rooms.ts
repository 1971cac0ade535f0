/** Rooms, and the processes they belong to. */
import type { Rooms } from '../../../src/ports/store/places.ts';
import { ROOM } from '../rows/room.ts';
import type { Db } from '../tables/tables.ts';
import { exchangeIds } from './exchangeIds.ts';

export function createRooms(db: Db): Rooms {
  const select = db.selectFrom('mitwirk.rooms').select(ROOM);

  return {
    async byId(id) {
      return (await select.where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async ensure({ platform, externalId, kind, name }) {
      const known = await select
        .where('platform', '=', platform)
        .where('external_id', '=', externalId)
        .executeTakeFirst();
      // Asked with every event, and nearly always nothing has changed: then nothing is written.
      if (known && known.kind === kind && known.name === name) return known;
      return db
        .insertInto('mitwirk.rooms')
        .values({ platform, external_id: externalId, kind, name })
        .onConflict((conflict) => conflict.columns(['platform', 'external_id']).doUpdateSet({ kind, name }))
        .returning(ROOM)
        .executeTakeFirstOrThrow();
    },
    async byExternalId(platform, externalId) {
      const room = select.where('platform', '=', platform).where('external_id', '=', externalId);
      return (await room.executeTakeFirst()) ?? null;
    },
    async setLost(id, at) {
      const changed = await db
        .updateTable('mitwirk.rooms')
        .set({ lost_at: at })
        .where('id', '=', id)
        .where('lost_at', at === null ? 'is not' : 'is', null)
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },
    move: (platform, from, to) => exchangeIds(db, 'mitwirk.rooms', platform, from, to),
    async bind(id, process) {
      await db.updateTable('mitwirk.rooms').set({ process_id: process }).where('id', '=', id).execute();
    },
    async choose(id, process) {
      await db.updateTable('mitwirk.rooms').set({ chosen_id: process }).where('id', '=', id).execute();
    },
    async release(process) {
      await db.updateTable('mitwirk.rooms').set({ process_id: null }).where('process_id', '=', process).execute();
    },
  };
}
