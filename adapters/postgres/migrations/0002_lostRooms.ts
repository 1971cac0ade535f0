/** Rooms the bot cannot speak in any more, until it is let in again. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const lostRooms: Migration = {
  name: '0002-lost-rooms',
  async up(db) {
    await sql`alter table mitwirk.rooms add column lost_at timestamptz`.execute(db);
  },
};
