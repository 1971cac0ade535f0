/** The Store on PostgreSQL, embedded or on a server. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Store, Tx } from '../../src/ports/store.ts';
import { attempt } from './attempt.ts';
import { AuditHeads } from './auditHeads.ts';
import { connect } from './connection.ts';
import { allOf, type LateWrites } from './late.ts';
import { createArrivals } from './repositories/arrivals.ts';
import { createAuditLog } from './repositories/audit.ts';
import { createClocks, type KnownMachine } from './repositories/clocks.ts';
import { createDueList } from './repositories/due.ts';
import { createEvents } from './repositories/events.ts';
import { createGroups } from './repositories/groups.ts';
import { createInvitations } from './repositories/invitations.ts';
import { createLinks } from './repositories/links/links.ts';
import { createLinkRequests } from './repositories/links/requests.ts';
import { createOutbox } from './repositories/outbox.ts';
import { createPeople } from './repositories/people.ts';
import { createProcesses } from './repositories/processes.ts';
import { createQuestions } from './repositories/questions.ts';
import { createResults } from './repositories/results.ts';
import { createRooms } from './repositories/rooms.ts';
import { createRounds } from './repositories/rounds.ts';
import { createSpaces } from './repositories/spaces.ts';
import { createTasks } from './repositories/tasks.ts';
import { createVotes } from './repositories/votes.ts';
import type { Db } from './tables/tables.ts';
import { tidy } from './tidy.ts';
import { transact } from './transact.ts';
import { WriteWatch } from './writeWatch.ts';

/**
 * The schema must be up to date (see `migrate`).
 * @param replica the running process that the store serves: what it leases is nobody else's while it lives
 */
export function createStore(pool: Pool, replica: string = randomUUID()): Store {
  const db = connect(pool);
  const known: KnownMachine = {};
  return {
    transaction: (work) => transact(db, (transaction) => whole(work, createTx(transaction, replica, known))),
    look: (work) => transact(db, (transaction) => whole(work, createTx(transaction, replica, known)), 'read only'),
    tidy: (now) => tidy(db, now),
  };
}

async function whole<T>(work: (tx: Tx) => Promise<T>, { tx, late }: UnitOfWork): Promise<T> {
  const result = await work(tx);
  await late.flush();
  return result;
}

interface UnitOfWork {
  readonly tx: Tx;
  readonly late: LateWrites;
}

/** Most parts are made when they are first asked for: few commands need all of them. */
function createTx(connection: Db, replica: string, known: KnownMachine): UnitOfWork {
  const watch = new WriteWatch();
  const db = connection.withPlugin(watch);
  const made: { -readonly [Part in keyof Tx]?: Tx[Part] } = {};
  const heads = new AuditHeads(db);
  const events = createEvents(db);
  const due = createDueList(db);
  const outbox = createOutbox(db, replica);
  const audit = createAuditLog(db, heads);
  const late = allOf([audit, due, outbox, events]);
  const tx: Tx = {
    events,
    due,
    outbox,
    audit,
    get arrivals() {
      made.arrivals ??= createArrivals(db);
      return made.arrivals;
    },
    get people() {
      made.people ??= createPeople(db, late);
      return made.people;
    },
    get linkRequests() {
      made.linkRequests ??= createLinkRequests(db);
      return made.linkRequests;
    },
    get links() {
      made.links ??= createLinks(db, late);
      return made.links;
    },
    get processes() {
      made.processes ??= createProcesses(db, heads);
      return made.processes;
    },
    get rooms() {
      made.rooms ??= createRooms(db);
      return made.rooms;
    },
    get spaces() {
      made.spaces ??= createSpaces(db);
      return made.spaces;
    },
    get groups() {
      made.groups ??= createGroups(db);
      return made.groups;
    },
    get invitations() {
      made.invitations ??= createInvitations(db);
      return made.invitations;
    },
    get questions() {
      made.questions ??= createQuestions(db);
      return made.questions;
    },
    get tasks() {
      made.tasks ??= createTasks(db);
      return made.tasks;
    },
    get rounds() {
      made.rounds ??= createRounds(db);
      return made.rounds;
    },
    get results() {
      made.results ??= createResults(db);
      return made.results;
    },
    get votes() {
      made.votes ??= createVotes(db);
      return made.votes;
    },
    get clocks() {
      made.clocks ??= createClocks(db, known);
      return made.clocks;
    },
    attempt: (work) => attempt(db, late, work),
    mark() {
      const back = late.mark();
      const { writes } = watch;
      return () => {
        if (watch.writes > writes) return false;
        back();
        return true;
      };
    },
  };
  return { tx, late };
}
