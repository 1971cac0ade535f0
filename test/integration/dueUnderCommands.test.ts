/** People finish tasks while reminders of the same process fall due, many at once: nobody waits for long, nobody is told twice. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect } from '@jest/globals';
import { createStore } from '../../adapters/postgres/store.ts';
import { doDueWork } from '../../src/app/dueWork.ts';
import { verifyChain } from '../../src/domain/audit/auditChain.ts';
import { at, createTestApp, setUpProcess } from '../support/apps.ts';
import { freshServerStore } from '../support/database/stores.ts';
import { createFakeChat } from '../support/fakeChat.ts';
import { testNeeding } from '../support/needs.ts';

const serverUrl = process.env.TEST_DATABASE_URL;
const testOnServer = testNeeding(serverUrl !== undefined, 'TEST_DATABASE_URL is not set');
const PEOPLE = 10;
const LANES = 8;
const EACH = 10;
const MOMENT = '2027-01-15T08:00';

type Database = Awaited<ReturnType<typeof freshServerStore>>;
let open: Database | undefined;
afterEach(() => open?.remove());

/** How many deadlocks the server has seen; it tells of them a second late. */
async function deadlocks({ database }: Database): Promise<number> {
  await wait(1_200);
  const { rows } = await database.pool.query(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  return rows[0].deadlocks;
}

/** Tasks of ten people, all to be reminded of at one instant. */
async function fill({ database }: Database, tasks: number): Promise<void> {
  await database.pool.query(
    `insert into mitwirk.people (token, name, name_folded, reminders) select 'token ' || n, 'p' || n, 'p' || n, true from generate_series(1, $1::int) n`,
    [PEOPLE],
  );
  await database.pool.query(
    `insert into mitwirk.identities (platform, external_id, origin, person_id, handle, handle_folded, name)
      select 'local', name, 'local', id, name, name, name from mitwirk.people where token like 'token %'`,
  );
  await database.pool.query(
    `with person as (select id, row_number() over (order by id) as n from mitwirk.people where token like 'token %'),
      made as (
        insert into mitwirk.tasks (process_id, group_id, number, text, state, assignee_id, due_date, created_by, created_at)
        select g.process_id, g.id, number, 'Sache ' || number, 'open', person.id, '2027-01-22', person.id, $2
        from generate_series(1, $1::int) number join person on n = 1 + number % $3
          join mitwirk.groups g on g.kind = 'working'
        returning id, process_id)
      insert into mitwirk.due (kind, process_id, object_id, at, next_at) select 'task.week', process_id, id, $2, $2 from made`,
    [tasks, at(MOMENT), PEOPLE],
  );
  await database.pool.query('analyze');
}

for (const tasks of [1_500, 10_000]) {
  testOnServer(
    `${tasks} reminders and eight people at once who finish tasks: no deadlock, one message a person`,
    async () => {
      open = await freshServerStore(serverUrl ?? '');
      const store = createStore(open.database.pool);
      const app = createTestApp(store, createFakeChat().chat);
      await setUpProcess(app, 'u');
      await fill(open, tasks);
      const before = await deadlocks(open);
      app.clock.moveTo(at(MOMENT));
      const errors: unknown[] = [];
      const log = { info() {}, warn() {}, error: (_event: string, error: unknown) => void errors.push(error) };

      const due = doDueWork(store, app.clock.now(), log);
      const answers = await Promise.all(
        Array.from({ length: LANES }, async (_, lane) => {
          const refused: unknown[] = [];
          for (let n = 0; n < EACH; n += 1) {
            refused.push((await app.says('leitung-u@ag-u', `/aufgabe erledigt A-${1 + lane + n * LANES}`)).refused);
          }
          return refused;
        }),
      );
      await due;
      await app.settle();

      expect(answers.flat()).toEqual(Array.from({ length: LANES * EACH }, () => null));
      expect([...errors, ...app.errors]).toEqual([]);
      expect((await deadlocks(open)) - before).toBe(0);
      const { rows: reminded } = await open.database.pool.query(
        `select person_id, count(*)::int as messages from mitwirk.outbox
        where person_id in (select id from mitwirk.people where token like 'token %') group by 1`,
      );
      expect(reminded.map(({ messages }) => messages)).toEqual(Array.from({ length: PEOPLE }, () => 1));
      const { rows: left } = await open.database.pool.query(
        'select count(*)::int as count from mitwirk.due where done_at is null and next_at <= $1',
        [at(MOMENT)],
      );
      expect(left).toEqual([{ count: 0 }]);
      await store.transaction(async (tx) => {
        const [process] = await tx.processes.active();
        const head = await tx.audit.head(process?.id as never);
        expect(verifyChain(process?.id as never, await tx.audit.entries(process?.id as never), head).ok).toBe(true);
      });
    },
    60_000,
  );
}
