/** The Store on PostgreSQL, embedded or on a server. */
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Store, Tx } from '../../src/ports/store.ts';
import { connect } from './connection.ts';
import { createAuditLog } from './repositories/audit.ts';
import { createDueList } from './repositories/due.ts';
import { createEvents } from './repositories/events.ts';
import { createGroups } from './repositories/groups.ts';
import { createOutbox } from './repositories/outbox.ts';
import { createPeople } from './repositories/people.ts';
import { createProcesses } from './repositories/processes.ts';
import { createResults } from './repositories/results.ts';
import { createRooms } from './repositories/rooms.ts';
import { createRounds } from './repositories/rounds.ts';
import { createTasks } from './repositories/tasks.ts';
import { createVotes } from './repositories/votes.ts';
import type { Db } from './tables/tables.ts';
import { tidy } from './tidy.ts';
import { transact } from './transact.ts';

/** The schema must be up to date (see `migrate`). */
export function createStore(pool: Pool): Store {
  const db = connect(pool);
  return {
    transaction: (work) => transact(db, (transaction) => work(createTx(transaction))),
    tidy: (now) => tidy(db, now),
    async ping() {
      await sql`select 1`.execute(db);
    },
  };
}

function createTx(db: Db): Tx {
  return {
    people: createPeople(db),
    processes: createProcesses(db),
    rooms: createRooms(db),
    groups: createGroups(db),
    tasks: createTasks(db),
    rounds: createRounds(db),
    results: createResults(db),
    votes: createVotes(db),
    events: createEvents(db),
    due: createDueList(db),
    outbox: createOutbox(db),
    audit: createAuditLog(db),
  };
}
