/** A machine, a database whose clock is its own or another, and towns in which something ends: for the suites of wrong clocks. */
import { afterEach, beforeEach, expect } from '@jest/globals';
import { createStore } from '../../adapters/postgres/store.ts';
import type { Store } from '../../src/ports/store.ts';
import { at, createTestApp, type TestApp } from './apps.ts';
import type { SuiteStore } from './database.ts';
import { createFakeChat, type Given } from './fakeChat.ts';
import { createMachine, type Machine, withDatabaseClock } from './machine.ts';
import { foundTown } from './smallTown.ts';

export interface ClockStage {
  readonly store: Store;
  readonly machine: Machine;
  readonly app: TestApp;
  readonly chat: ReturnType<typeof createFakeChat>;
  /** Starts the application; the embedded database, or one on the same machine, shows the machine's time, another one the truth. */
  begin(database: 'here' | 'elsewhere'): void;
  /** A new town, in which somebody is awake. */
  found(): Promise<string>;
  /** Whether the platform refuses every message. */
  fail(refuses: boolean): void;
  wake(awake?: TestApp): Promise<void>;
  /** Of the vote and the round of a town, how many have ended. */
  ended(town: string): Promise<number>;
  heardBy(person: string): readonly string[];
  about(words: string): readonly Given[];
  query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

let towns = 0;

/** Registers what has to be done before and after each test. */
export function clockStage(suite: SuiteStore): ClockStage {
  let store: Store;
  let machine: Machine;
  let app: TestApp;
  let chat: ReturnType<typeof createFakeChat>;
  let refusing = false;
  const query: ClockStage['query'] = (sql, values) => suite.database.pool.query(sql, values);

  /** What earlier tests left is of no concern: their processes are archived, and no look is remembered. */
  beforeEach(async () => {
    await query('update mitwirk.processes set archived_at = coalesce(archived_at, created_at)');
    await query('update mitwirk.clock_doubts set ended_at = coalesce(ended_at, now())');
    await query('update mitwirk.clock set seen_at = null, uptime_ms = null, boot = null');
    machine = createMachine(at('2027-01-11T09:00'));
    refusing = false;
    chat = createFakeChat(() => {
      if (refusing) throw new Error('the platform is away');
    });
  });
  afterEach(async () => {
    await app.settle();
    expect(app.errors).toEqual([]);
  });

  async function wake(awake = app): Promise<void> {
    await awake.catchUp();
    await awake.settle();
  }

  return {
    get store() {
      return store;
    },
    get machine() {
      return machine;
    },
    get app() {
      return app;
    },
    get chat() {
      return chat;
    },
    begin(database) {
      const now = database === 'here' ? machine.wall : machine.truth;
      store = withDatabaseClock(createStore(suite.database.pool), now, database === 'here');
      app = createTestApp(store, chat.chat, machine.start());
    },
    async found() {
      towns += 1;
      const name = `c${towns}`;
      await foundTown(store, name);
      await wake();
      return name;
    },
    fail(refuses) {
      refusing = refuses;
    },
    wake,
    async ended(town) {
      const { rows } = await query(
        `select 1 from (select process_id, state from mitwirk.votes union all select process_id, state from mitwirk.rounds) o
          join mitwirk.processes p on p.id = o.process_id where p.name = $1 and o.state = 'closed'`,
        [town],
      );
      return rows.length;
    },
    heardBy: (person) => chat.given.filter(({ to }) => to.includes(person)).map(({ text }) => text),
    about: (words) => chat.given.filter(({ text }) => text.includes(words)),
    query,
  };
}
