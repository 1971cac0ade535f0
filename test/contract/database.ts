/** What every form of the database must do alike: the types and errors of `pg`, whole transactions, notifications. */
import { expect, test } from '@jest/globals';
import type { PoolClient } from 'pg';
import type { SuiteStore } from '../support/database.ts';

export function databaseContract(store: SuiteStore): void {
  const query = (sql: string, values?: unknown[]) => store.database.pool.query(sql, values);

  async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await store.database.pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }

  test('values come back in the types of pg', async () => {
    const { rows, fields } = await query(
      `select 1::int4 as int4, 9007199254740993::int8 as int8, 1.50::numeric as numeric, true as bool, 'ä€🗳️' as text,
        '2026-01-22T10:00:00Z'::timestamptz as instant, $1::jsonb as json, $2::bytea as bytes, array['a', 'b'] as texts,
        null::text as nothing`,
      [{ a: [1] }, Buffer.from([0, 255])],
    );

    expect(rows).toEqual([
      {
        int4: 1,
        int8: '9007199254740993',
        numeric: '1.50',
        bool: true,
        text: 'ä€🗳️',
        instant: new Date('2026-01-22T10:00:00Z'),
        json: { a: [1] },
        bytes: Buffer.from([0, 255]),
        texts: ['a', 'b'],
        nothing: null,
      },
    ]);
    expect(fields.slice(0, 3).map(({ name, dataTypeID }) => [name, dataTypeID])).toEqual([
      ['int4', 23],
      ['int8', 20],
      ['numeric', 1700],
    ]);
  });

  test('a command tells how many rows it touched', async () => {
    await query('create table counted (n int)');

    const inserted = await query('insert into counted select generate_series(1, 3)');
    const none = await query('update counted set n = 0 where n > $1', [99]);

    expect([inserted.command, inserted.rowCount, none.rowCount]).toEqual(['INSERT', 3, 0]);
  });

  test('an answer of several megabytes arrives whole', async () => {
    const { rows } = await query(`select repeat('ä', 3000000) as long`);

    expect(rows[0].long).toHaveLength(3_000_000);
  });

  test('an error carries its SQLSTATE and constraint, and the client goes on working', async () => {
    await query('create table single (id int constraint only_once primary key)');
    await withClient(async (client) => {
      await client.query('insert into single values ($1)', [1]);

      const error = await client.query('insert into single values ($1)', [1]).catch((reason) => reason);

      expect(error).toMatchObject({ code: '23505', constraint: 'only_once', table: 'single' });
      expect((await client.query('select count(*)::int as n from single')).rows).toEqual([{ n: 1 }]);
    });
  });

  test('clients that prepare a statement of the same name each get their own values', async () => {
    const statement = (n: number) => ({ name: 'doubled', text: 'select 2 * $1::int as twice', values: [n] });

    const twice = await withClient((one) =>
      withClient(async (other) => {
        const answers = [await one.query(statement(1)), await other.query(statement(2)), await one.query(statement(3))];
        await other.query('begin');
        await expect(other.query('select 1/$1::int', [0])).rejects.toMatchObject({ code: '22012' });
        await other.query('rollback');
        return [...answers, await other.query(statement(4))].map(({ rows }) => rows[0].twice);
      }),
    );

    expect(twice).toEqual([2, 4, 6, 8]);
  });

  test('a statement that could not be prepared can be once it is possible', async () => {
    const statement = { name: 'too early', text: 'select n from early where n > $1', values: [0] };
    await expect(withClient((client) => client.query(statement))).rejects.toMatchObject({ code: '42P01' });

    await query('create table early (n int)');

    expect((await withClient((client) => client.query(statement))).rows).toEqual([]);
  });

  test('a prepared statement outlives the table it reads when there is a like one again', async () => {
    const statement = { name: 'again', text: 'select n from dropped where n > $1', values: [0] };
    await query('create table dropped (n int)');
    await query('insert into dropped values (1)');
    const before = (await withClient((client) => client.query(statement))).rows;

    await query('drop table dropped');
    await query('create table dropped (m int, n int)');

    expect([before, (await withClient((client) => client.query(statement))).rows]).toEqual([[{ n: 1 }], []]);
  });

  test('after an error a transaction accepts nothing until it is rolled back', async () => {
    await query('create table failed (n int)');
    await withClient(async (client) => {
      await client.query('begin');
      await client.query('insert into failed values (1)');
      await expect(client.query('select 1/$1::int', [0])).rejects.toMatchObject({ code: '22012' });

      await expect(client.query('select 1')).rejects.toMatchObject({ code: '25P02' });
      await client.query('commit');
    });

    expect((await query('select * from failed')).rows).toEqual([]);
  });

  test('a client given back in the middle of a transaction is rolled back', async () => {
    await query('create table forgotten (n int)');

    await withClient(async (client) => {
      await client.query('begin');
      await client.query('insert into forgotten values (1)');
    });

    expect((await query('select count(*)::int as n from forgotten')).rows).toEqual([{ n: 0 }]);
  });

  test('a client thrown away in the middle of a transaction is rolled back', async () => {
    await query('create table discarded (n int)');
    const client = await store.database.pool.connect();
    await client.query('begin');
    await client.query('insert into discarded values (1)');

    client.release(true);

    expect((await query('select count(*)::int as n from discarded')).rows).toEqual([{ n: 0 }]);
  });

  test('200 transactions among 200 single statements keep apart: none lost, none of the rolled back survives', async () => {
    await query('create table mixed (n int, part int)');
    const transaction = (n: number) =>
      withClient(async (client) => {
        await client.query('begin');
        await client.query('insert into mixed values ($1, 1)', [n]);
        await client.query('select pg_sleep(0)');
        await client.query('insert into mixed values ($1, 2)', [n]);
        await client.query(n % 3 === 0 ? 'rollback' : 'commit');
      });

    await Promise.all(
      Array.from({ length: 200 }, (_, n) => [
        transaction(n),
        query('insert into mixed values ($1, 0)', [1000 + n]),
      ]).flat(),
    );

    const { rows } = await query('select n, count(*)::int as parts from mixed group by n order by n');
    const kept = Array.from({ length: 200 }, (_, n) => n).filter((n) => n % 3 !== 0);
    expect(rows.filter(({ n }) => n < 1000)).toEqual(kept.map((n) => ({ n, parts: 2 })));
    expect(rows.filter(({ n }) => n >= 1000)).toHaveLength(200);
  });

  test('nobody sees what a transaction has not committed', async () => {
    await query('create table hidden (n int)');
    await withClient(async (client) => {
      await client.query('begin');
      await client.query('insert into hidden values (1)');
      // On the embedded store this waits for the commit; on a server it answers at once, without the row.
      let committed = false;
      const seen = query('select count(*)::int as n from hidden').then(({ rows }) => ({ n: rows[0].n, committed }));
      await new Promise((resolve) => setTimeout(resolve, 50));
      committed = true;
      await client.query('commit');

      const { n, committed: afterCommit } = await seen;
      expect(n).toBe(afterCommit ? 1 : 0);
    });
  });

  test('a notification reaches every client that listens, and no other', async () => {
    const heard: string[] = [];
    const listen = async (name: string, sql: string) => {
      const client = await store.database.pool.connect();
      client.on('notification', ({ channel, payload }) => heard.push(`${name} ${channel} ${payload}`));
      await client.query(sql);
      return client;
    };
    const clients = [
      await listen('a', '-- wakes the worker\n/* of all queues */ LISTEN Jobs'),
      await listen('b', 'listen jobs; listen "Other ""one"'),
      await listen('c', 'listen jobs'),
    ];
    await clients[2]?.query('unlisten jobs');

    await query(`select pg_notify('jobs', '1')`);
    await query(`select pg_notify('Other "one', '2')`);
    await Promise.all(clients.map((client) => client.query('select 1')));

    expect(heard.sort()).toEqual(['a jobs 1', 'b Other "one 2', 'b jobs 1']);
    for (const client of clients) client.release(true);
  });

  test('a notification is sent only once its transaction has committed', async () => {
    const heard: string[] = [];
    const listener = await store.database.pool.connect();
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('listen late');
    const done = new Promise((resolve) => listener.once('notification', resolve));

    await withClient(async (client) => {
      await client.query('begin');
      await client.query(`notify late, 'never'`);
      await client.query('rollback');
      await client.query(`notify late, 'committed'`);
    });
    await done;

    expect(heard).toEqual(['committed']);
    listener.release(true);
  });

  test('a pool for a schema finds its tables without naming the schema, alongside the other pool', async () => {
    await query('create schema side');
    const side = store.database.poolFor('side');
    await side.query('create table here (n int)');

    await Promise.all(
      Array.from({ length: 20 }, () => [
        side.query('insert into here values (1)'),
        query('insert into side.here values (2)'),
      ]).flat(),
    );

    expect((await side.query('select sum(n)::int as sum from here')).rows).toEqual([{ sum: 60 }]);
    await expect(query('select * from here')).rejects.toMatchObject({ code: '42P01' });
    expect(store.database.poolFor('side')).toBe(side);
  });

  test('committed rows are there after closing and opening again', async () => {
    await query('create table lasting (n int)');
    await query('insert into lasting values (7)');

    await store.reopen();

    expect((await query('select n from lasting')).rows).toEqual([{ n: 7 }]);
  });
}
