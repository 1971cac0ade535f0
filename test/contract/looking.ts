/** What `doctor` and `audit` must tell of every form of the store; whatever they find, they leave it as it was. */
import { expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import type { Database } from '../../adapters/postgres/database/database.ts';
import { migrate } from '../../adapters/postgres/migrate.ts';
import { migrations } from '../../adapters/postgres/migrations/index.ts';
import { createStore } from '../../adapters/postgres/store.ts';
import { look } from '../support/looking.ts';
import { later, makeProcess } from './store/scene.ts';

/** Somewhere a store can be, and everything about it that could have been changed. */
export interface Place {
  readonly env: Readonly<Record<string, string>>;
  readonly name: string;
  /** Puts an empty store of this version there, if that is quicker than making one. */
  prepare(): Promise<void>;
  open(): Promise<Database>;
  state(): Promise<unknown>;
}

async function changing(place: Place, change: (pool: Pool) => Promise<unknown>): Promise<void> {
  const database = await place.open();
  try {
    await change(database.pool);
  } finally {
    await database.close();
  }
}

async function upToDate(place: Place): Promise<void> {
  await place.prepare();
  await changing(place, (pool) => migrate(pool));
}

/** Two processes, of which one has two entries in its log. */
export async function withProcesses(place: Place): Promise<void> {
  await upToDate(place);
  await changing(place, async (pool) => {
    await createStore(pool).transaction(async (tx) => {
      const { id } = await makeProcess(tx);
      await makeProcess(tx);
      for (const task of ['A-1', 'A-2']) await tx.audit.append(id, later(0), 'token', 'task.add', { task });
    });
  });
}

export function lookingContract(fresh: () => Promise<Place>): void {
  /** Runs both, and sees that nothing is different afterwards. */
  async function looked(place: Place) {
    const before = await place.state();
    const found = { doctor: look('doctor', place.env), audit: look('audit', place.env, 'verify') };
    expect(await place.state()).toEqual(before);
    return found;
  }

  test('where nothing is, nothing is found, and nothing made', async () => {
    const place = await fresh();

    const { doctor, audit } = await looked(place);

    expect([doctor.status, audit.status]).toEqual([3, 3]);
    for (const { said } of [doctor, audit]) expect(said).toContain(`Nothing found: ${place.name} holds no store`);
    expect(doctor.said).toContain('The first start makes it');
  }, 60_000);

  test('what is there is counted and found sound', async () => {
    const place = await fresh();
    await withProcesses(place);

    const { doctor, audit } = await looked(place);

    expect([doctor.status, audit.status]).toEqual([0, 0]);
    for (const { said } of [doctor, audit])
      expect(said).toContain(`Looked at ${place.name}: 2 processes, 2 log entries.`);
    expect(audit.said).toMatch(/^Integrationskonzept: sound, 2 entries, head \w{64}\nIntegrationskonzept: sound, 0 /);
  }, 60_000);

  test('a store that lacks steps is told which, and is not brought up to date; its log is checked all the same', async () => {
    const place = await fresh();
    await changing(place, async (pool) => {
      await migrate(pool, migrations.slice(0, -2));
      await pool.query(oldProcess);
    });

    const { doctor, audit } = await looked(place);

    const missing = migrations.slice(-2).map(({ name }) => name);
    for (const { said } of [doctor, audit]) {
      expect(said).toContain(`2 steps pending: ${missing.join(', ')}.`);
      expect(said).toContain('start this version of Mitwirk');
      expect(said).toContain(`Looked at ${place.name}: 1 process, no log entries.`);
    }
    expect([doctor.status, audit.status]).toEqual([1, 0]);
    expect(audit.said).toContain('Alt: sound, 0 entries');
  }, 60_000);

  test('of a newer version nothing can be told', async () => {
    const place = await fresh();
    await upToDate(place);
    await changing(place, (pool) => migrate(pool, [...migrations, { name: '9999-later', up: async () => {} }]));

    const { doctor, audit } = await looked(place);

    expect([doctor.status, audit.status]).toEqual([4, 4]);
    for (const { said } of [doctor, audit]) expect(said).toContain('newer version of Mitwirk (step 9999-later)');
  }, 60_000);

  test('a broken log is found, by the entry', async () => {
    const place = await fresh();
    await withProcesses(place);
    await changing(place, async (pool) => {
      await pool.query('alter table mitwirk.audit disable trigger all');
      await pool.query(`update mitwirk.audit set actor = 'another' where sequence = 2`);
    });

    const { audit } = await looked(place);

    expect(audit.status).toBe(1);
    expect(audit.said).toContain('Integrationskonzept: BROKEN at entry 2');
  }, 60_000);
}

/** As the first version wrote it. */
const oldProcess = `insert into mitwirk.processes (name, region, zone, locale, digest_weekday, digest_time, vote_profile, example, created_at)
  values ('Alt', 'BY', 'Europe/Berlin', 'de', 1, '08:00', 'beirat', false, now())`;
