/** Finding and writing the reminders of tasks that are all due at one instant. */
import type { Pool } from 'pg';
import { createStore } from '../adapters/postgres/store.ts';
import { wipe } from '../adapters/postgres/wipe.ts';
import { doDueWork } from '../src/app/dueWork.ts';
import { localTime } from '../src/domain/time/calendar.ts';
import type { Store } from '../src/ports/store.ts';
import { type Cost, cost, costOf, type Measured } from './measure.ts';
import type { Place } from './place.ts';
import type { Sizes } from './sizes.ts';
import { START, ZONE } from './town.ts';

const PEOPLE = 300;
const RAW = 200;

/** Per reminder. The store is emptied first. */
export async function measureReminders(place: Place, { reminders, repeats }: Sizes): Promise<Measured> {
  const { pool } = place.database;
  await wipe(pool);
  const store = createStore(pool);
  await fill(store, pool, reminders);
  const own: Cost[] = [];
  const raw: Cost[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    await makeDue(pool);
    raw.push(await costOf(place.raw, RAW, 1, place.statements));
    const all = await cost(() => doDueWork(store, START, place.log), place.statements);
    own.push({ ms: all.ms / reminders, cpuMs: all.cpuMs / reminders, statements: all.statements / reminders });
    await checkOutbox(pool);
  }
  return { name: `${reminders.toLocaleString('en')} reminders`, inFlight: 1, own, raw };
}

async function fill(store: Store, pool: Pool, tasks: number): Promise<void> {
  await store.transaction(async (tx) => {
    const process = await tx.processes.create({
      name: 'Integrationskonzept',
      region: 'BY-KATH',
      zone: ZONE,
      locale: 'de',
      digest: { weekday: 1, time: localTime('08:00') },
      voteProfile: 'beirat',
      example: false,
      createdAt: START,
    });
    await tx.groups.create({ processId: process.id, kind: 'working', name: 'AG Bildung', field: null, roomId: null });
    for (let n = 0; n < PEOPLE; n += 1) {
      await tx.people.ensure({ platform: 'bench', externalId: `p${n}`, origin: 'local', handle: `p${n}` }, `p${n}`);
    }
  });
  await pool.query(
    `insert into mitwirk.tasks (process_id, group_id, number, text, state, assignee_id, due_date, created_by, created_at)
      select 1, 1, n, 'Rückmeldung ' || n || ' der Bürger*innen auswerten', 'open', 1 + n % $2, $3::date, 1, $3
      from generate_series(1, $1::int) as n`,
    [tasks, PEOPLE, START],
  );
  await pool.query('analyze');
}

async function makeDue(pool: Pool): Promise<void> {
  await pool.query('delete from mitwirk.outbox');
  await pool.query('delete from mitwirk.due');
  await pool.query(
    `insert into mitwirk.due (kind, process_id, object_id, at, next_at)
      select 'task.due', process_id, id, $1, $1 from mitwirk.tasks`,
    [START],
  );
  await pool.query('vacuum mitwirk.outbox, mitwirk.due');
}

async function checkOutbox(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ people: number }>(
    `select count(distinct person_id)::int as people from mitwirk.outbox where state = 'waiting'`,
  );
  if (rows[0]?.people !== PEOPLE) throw new Error(`${rows[0]?.people} people were reminded instead of ${PEOPLE}`);
}
