/** The doctor sees a clock that is off, and one that is doubted. */
import fs from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { openDatabase } from '../../../adapters/postgres/database/open.ts';
import { createStore } from '../../../adapters/postgres/store.ts';
import { loadConfig } from '../../../config/load.ts';
import { examineStore } from '../../../src/main/doctor/store.ts';
import { copyTemplate } from '../../support/database/template.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const dataDir = await copyTemplate();

afterAll(() => fs.rmSync(dataDir, { recursive: true }));

async function problems(hoursOff = 0) {
  const config = { ...loadConfig({ env: {} }), store: { dataDir } };
  const found = await examineStore(config, log, new Date(Date.now() + hoursOff * 3_600_000));
  return found.filter(({ state }) => state === 'problem').map(({ what }) => what);
}

test('a clock two hours off the database’s is a problem, half an hour is not', async () => {
  expect(await problems(0.5)).toEqual([]);
  expect(await problems(2)).toEqual([expect.stringContaining('that of the database')]);
});

test('so is a doubt that has not ended', async () => {
  const database = await openDatabase({ url: null, dataDir });
  const at = new Date();
  await createStore(database.pool).transaction((tx) =>
    tx.clocks.raise({ against: 'elapsed', shown: at, expected: at, lookedAt: at }),
  );
  await database.close();

  expect(await problems()).toEqual([expect.stringContaining('is not believed')]);
});
