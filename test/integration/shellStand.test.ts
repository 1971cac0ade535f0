/** The shell chooses the time and speaks for anybody, so it takes a database only where nothing is real. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect } from '@jest/globals';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { createThrowAwayDatabase, type ThrowAwayDatabase } from '../../adapters/postgres/database/throwAway.ts';
import { migrate } from '../../adapters/postgres/migrate.ts';
import { migrations } from '../../adapters/postgres/migrations/index.ts';
import { type Looked, look } from '../support/looking.ts';
import { testNeeding } from '../support/needs.ts';

const serverUrl = process.env.TEST_DATABASE_URL ?? '';
const testOnServer = testNeeding(serverUrl !== '', 'TEST_DATABASE_URL is not set');
const folder = mkdtempSync(join(tmpdir(), 'mitwirk-shell-'));
const script = join(folder, 'status.mitwirk');
writeFileSync(script, 'koordination@r> /prozess einrichten "IK"\nkoordination@r> /mitwirk stand');

let database: ThrowAwayDatabase;
beforeEach(async () => {
  if (serverUrl) database = await createThrowAwayDatabase(serverUrl);
});
afterEach(async () => {
  if (serverUrl) await database.drop();
});
afterAll(() => rmSync(folder, { recursive: true }));

function play(...words: readonly string[]): Looked {
  const env = { DATABASE_URL: database.url, MITWIRK_DATA: folder };
  return look('shell', env, '--script', script, '--at', '2027-01-11T09:00', ...words);
}

const open = () => openDatabase({ url: database.url, dataDir: null });

/** Brings the database up to date but for so many steps, and does something in it. */
async function prepare(change: string, missing = 0): Promise<void> {
  const { pool, close } = await open();
  await migrate(pool, migrations.slice(0, migrations.length - missing));
  await pool.query(change);
  await close();
}

async function stepsDone(): Promise<number> {
  const { pool, close } = await open();
  const { rows } = await pool.query<{ done: number }>('select count(*)::int as done from mitwirk.migration');
  await close();
  return rows[0]?.done ?? 0;
}

const slackPerson = `with person as (insert into mitwirk.people (token, name, name_folded, reminders) values ('t', 'Vorsitz', 'vorsitz', true) returning id)
  insert into mitwirk.identities (platform, external_id, person_id, handle, handle_folded, name)
  select 'slack', 'T1:U1', id, 'vorsitz', 'vorsitz', 'Vorsitz' from person`;
const pageKey = `insert into mitwirk.platform_memory (platform, key, value) values ('local', 'session', 'x')`;
const example = `insert into mitwirk.processes
  (name, region, zone, locale, digest_weekday, digest_time, vote_profile, example, created_at)
  values ('Beispiel', 'BY', 'Europe/Berlin', 'de', 1, '08:00', 'beirat', true, now())`;

testOnServer(
  'a database in which nothing but shells has been at work is played in, again and again',
  async () => {
    expect(play()).toMatchObject({ status: 0, said: expect.stringContaining('IK ist eingerichtet') });
    expect(play()).toMatchObject({ status: 0, said: expect.stringContaining('Hier läuft der Prozess IK') });
  },
  60_000,
);

for (const [what, change] of [
  ['a person of a chat platform', slackPerson],
  ['what the local page keeps', pageKey],
  ['the example of the page', example],
] as const) {
  testOnServer(
    `where ${what} is, it is refused before the store is brought up to date`,
    async () => {
      await prepare(change, 2);

      const { status, said } = play();

      expect(status).toBe(1);
      expect(said).toMatch(/^mitwirk: The database \S+ holds more than what was tried out in the shell.+--fresh.+\n$/);
      expect(await stepsDone()).toBe(migrations.length - 2);
      expect(play('--fresh')).toMatchObject({ status: 0 });
    },
    60_000,
  );
}

testOnServer(
  'while another process is at work in the database, it is refused',
  async () => {
    const other = await open();
    await other.occupy(false);

    expect(play()).toMatchObject({
      status: 1,
      said: expect.stringMatching(/^mitwirk: Another Mitwirk is at work.+\n$/),
    });
    const { rows } = await other.pool.query(`select from pg_namespace where nspname = 'mitwirk'`);
    await other.close();

    expect(rows).toEqual([]);
  },
  60_000,
);
