/** The clock and the reset belong to the example: everywhere else the server refuses them, whatever the page shows. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Obstacle, PageOptions } from '../../../../../adapters/local/web/options.ts';
import type { Database } from '../../../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { openStage, PRACTICE } from './stage.ts';

let database: Database;

beforeEach(async () => {
  database = await freshDatabase();
});

afterEach(() => database.close());

const START = new Date('2027-01-11T08:00:00Z');

function refusing(obstacle: Obstacle): PageOptions['practice'] {
  return { possible: async () => obstacle !== 'real', moveClock: async () => obstacle, reset: async () => obstacle };
}

test.each([
  ['beside a real chat', null, 'real'],
  ['where there is more than the example', refusing('real'), 'real'],
  ['where another process is at work in the store', refusing('shared'), 'shared'],
] as const)('%s the clock is not moved and nothing is reset', async (_, practice, error) => {
  const stage = await openStage(database, {}, { practice });

  const answers = [
    await stage.post('/api/clock', { person: 'vorsitz', minutes: 60 }),
    await stage.post('/api/clock', { person: 'vorsitz', next: true }),
    await stage.post('/api/clock', { person: 'vorsitz', to: '2027-01-18T08:00' }),
    await stage.post('/api/example/reset', {}),
  ];
  const { json: state } = await stage.get('/api/state');
  await stage.close();

  expect(answers.map(({ status, json }) => [status, json.error])).toEqual(Array(4).fill([409, error]));
  expect(stage.clock.now()).toEqual(START);
  expect(state.example).toBe(error === 'shared');
  expect(stage.faults).toEqual([]);
});

test('a move ends at the step at which something real has come in', async () => {
  let looks = 0;
  const practice = { ...PRACTICE, possible: async () => looks++ < 1 };
  const stage = await openStage(database, {}, { practice });

  const { status, json } = await stage.post('/api/clock', { person: 'vorsitz', minutes: 7 * 24 * 60 });
  await stage.close();

  expect([status, json.error]).toEqual([409, 'real']);
  expect(stage.clock.now()).toEqual(new Date('2027-01-11T11:00:00Z'));
});
