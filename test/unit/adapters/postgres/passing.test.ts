/** What the core is told of faults: those that pass by themselves as one error of its own, all others as they are. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { connect } from '../../../../adapters/postgres/connection.ts';
import { isPassing } from '../../../../adapters/postgres/passing.ts';
import { transact } from '../../../../adapters/postgres/transact.ts';
import { Refusal } from '../../../../src/domain/failure.ts';
import { StoreUnavailable } from '../../../../src/ports/store.ts';
import { freshDatabase } from '../../../support/database.ts';

const withCode = (code: string, message = 'as the server says') => Object.assign(new Error(message), { code });

describe('a fault that passes', () => {
  test.each(
    '08000 08001 08003 08006 53100 53300 40001 40P01 55P03 57014 57P01 57P02 57P03 57P05 25P03 25006'.split(' '),
  )('is %s', (state) => expect(isPassing(withCode(state))).toBe(true));

  test('is a server that is not there, goes away without a word, or lets nobody in in time', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.destroy())).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const tried = async (config: pg.PoolConfig) => {
      const pool = new pg.Pool({ host: '127.0.0.1', port, ssl: false, ...config });
      return pool.query('select 1').then(String, (error: unknown) => error);
    };

    expect(isPassing(await tried({}))).toBe(true);
    server.removeAllListeners('connection');
    expect(isPassing(await tried({ connectionTimeoutMillis: 50 }))).toBe(true);
    server.close();
    expect(isPassing(await tried({ port: 1 }))).toBe(true);
    expect(isPassing(await tried({ host: 'nowhere.invalid' }))).toBe(true);
  });
});

test.each([
  ['a unique row that is there already', withCode('23505')],
  ['a transaction that was given up after an earlier error', withCode('25P02')],
  ['a mistake in a statement', withCode('42601')],
  ['a mistake in the code', new TypeError('x is not a function')],
  ['a refusal', new Refusal({ code: 'task.unknown' })],
  ['a pool that was closed', new Error('Cannot use a pool after calling end on the pool')],
  ['no error at all', 'Connection terminated'],
])('%s is not one', (_what, error) => expect(isPassing(error)).toBe(false));

describe('a transaction', () => {
  const database = freshDatabase();
  afterAll(async () => (await database).close());

  const failing = async (error: Error, times = Number.POSITIVE_INFINITY) => {
    let tries = 0;
    const result = transact(connect((await database).pool), async () => {
      tries += 1;
      if (tries <= times) throw error;
    });
    return {
      error: await result.then(
        () => null,
        (reason: unknown) => reason,
      ),
      tries,
    };
  };

  test('that was chosen as a victim is tried again at once, five times in all', async () => {
    const victim = withCode('40P01', 'deadlock detected');

    expect(await failing(victim, 4)).toEqual({ error: null, tries: 5 });
    const { error, tries } = await failing(victim);
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(error).toMatchObject({ cause: victim, message: expect.stringContaining('deadlock detected') });
    expect(tries).toBe(5);
  });

  test('that lost its connection is not tried again: it may have been committed', async () => {
    const { error, tries } = await failing(new Error('Connection terminated unexpectedly'));

    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(tries).toBe(1);
  });

  test('that fails for another reason fails with it', async () => {
    const mistake = withCode('23505');

    expect(await failing(mistake)).toEqual({ error: mistake, tries: 1 });
  });
});
