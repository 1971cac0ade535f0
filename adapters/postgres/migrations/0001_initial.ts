/** The first tables. Instants are `timestamptz`; a deadline is a `date` and perhaps a `time`, read in the process's zone. */
import { sql } from 'kysely';
import { groupWork } from './initial/groupWork.ts';
import { local } from './initial/local.ts';
import { people } from './initial/people.ts';
import { votes } from './initial/votes.ts';
import { work } from './initial/work.ts';
import type { Migration } from './migration.ts';

export const initial: Migration = {
  name: '0001-initial',
  async up(db) {
    for (const statement of [...people, ...groupWork, ...votes, ...work, ...local])
      await sql.raw(statement).execute(db);
  },
};
