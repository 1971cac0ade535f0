/** Containers of rooms, and the processes they belong to. */
import { sql } from 'kysely';
import type { SpaceInSight } from '../../../src/domain/process/space.ts';
import type { Spaces } from '../../../src/ports/store/spaces.ts';
import type { Db } from '../tables/tables.ts';
import { exchangeIds } from './exchangeIds.ts';

const SPACE = [
  'id',
  'platform',
  'external_id as externalId',
  'name',
  'process_id as processId',
  'in_sight as inSight',
] as const;

/** Picks and locks the rows once, in their order. */
function oneOf(locking: { toOperationNode: () => unknown }) {
  return sql<boolean>`id = any(array(${locking}))`;
}

export function createSpaces(db: Db): Spaces {
  const select = db.selectFrom('mitwirk.spaces').select(SPACE).orderBy('name').orderBy('id');
  const inOrder = db.selectFrom('mitwirk.spaces').select('id').orderBy('id').forUpdate();

  async function see(platform: string, { externalId, name, rooms }: SpaceInSight): Promise<void> {
    const { id } = await db
      .insertInto('mitwirk.spaces')
      .values({ platform, external_id: externalId, name, in_sight: true })
      .onConflict((conflict) => conflict.columns(['platform', 'external_id']).doUpdateSet({ name, in_sight: true }))
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.deleteFrom('mitwirk.space_rooms').where('space_id', '=', id).execute();
    if (rooms.length === 0) return;
    await db
      .insertInto('mitwirk.space_rooms')
      .values(
        rooms.map(({ externalId: room, ...shown }, position) => ({
          space_id: id,
          external_id: room,
          position,
          ...shown,
        })),
      )
      .execute();
  }

  return {
    async see(platform, spaces) {
      // All of them first, and in one order: two replicas may tell of them at the same time.
      const known = inOrder.where('platform', '=', platform);
      await db.updateTable('mitwirk.spaces').set({ in_sight: false }).where(oneOf(known)).execute();
      const inOneOrder = spaces.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1));
      for (const space of inOneOrder) await see(platform, space);
      const gone = db
        .selectFrom('mitwirk.spaces')
        .select('id')
        .where('platform', '=', platform)
        .where('in_sight', '=', false);
      await db.deleteFrom('mitwirk.space_rooms').where('space_id', 'in', gone).execute();
      await db.deleteFrom('mitwirk.spaces').where('id', 'in', gone).where('process_id', 'is', null).execute();
    },
    around(platform, room) {
      const holding = db.selectFrom('mitwirk.space_rooms').select('space_id').where('external_id', '=', room);
      return select.where('platform', '=', platform).where('id', 'in', holding).execute();
    },
    ofProcess(platform, process) {
      const rooms = db
        .selectFrom('mitwirk.rooms')
        .select('external_id')
        .where('platform', '=', platform)
        .where('process_id', '=', process);
      const holding = db.selectFrom('mitwirk.space_rooms').select('space_id').where('external_id', 'in', rooms);
      return select
        .where('platform', '=', platform)
        .where((where) => where.or([where('process_id', '=', process), where('id', 'in', holding)]))
        .execute();
    },
    rooms(id) {
      return db
        .selectFrom('mitwirk.space_rooms as shown')
        .innerJoin('mitwirk.spaces as space', 'space.id', 'shown.space_id')
        .leftJoin('mitwirk.rooms as room', (join) =>
          join.onRef('room.platform', '=', 'space.platform').onRef('room.external_id', '=', 'shown.external_id'),
        )
        .leftJoin('mitwirk.groups as group', (join) =>
          join.onRef('group.room_id', '=', 'room.id').on('group.archived_at', 'is', null),
        )
        .select([
          'shown.external_id as externalId',
          'shown.name',
          'shown.address',
          'shown.inside',
          'room.process_id as processId',
          'group.name as group',
        ])
        .where('space.id', '=', id)
        .orderBy('shown.position')
        .execute();
    },
    async bind(id, process) {
      const { owner } = await db
        .updateTable('mitwirk.spaces')
        .set((expression) => ({ process_id: expression.fn.coalesce('process_id', expression.val(process)) }))
        .where('id', '=', id)
        .returning((expression) => expression.ref('process_id').$notNull().as('owner'))
        .executeTakeFirstOrThrow();
      return owner;
    },
    async unbind(id) {
      await db.updateTable('mitwirk.spaces').set({ process_id: null }).where('id', '=', id).execute();
    },
    async release(process) {
      const bound = inOrder.where('process_id', '=', process);
      await db.updateTable('mitwirk.spaces').set({ process_id: null }).where(oneOf(bound)).execute();
    },
    move: (platform, from, to) => exchangeIds(db, 'mitwirk.spaces', platform, from, to),
  };
}
