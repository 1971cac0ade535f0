/** Older, newer and failing data over every form of the database. */
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { migrate } from '../../adapters/postgres/migrate.ts';
import { migrations as released } from '../../adapters/postgres/migrations/index.ts';
import type { Migration } from '../../adapters/postgres/migrations/migration.ts';
import { eachStore } from '../support/database.ts';

const step = (name: string, statement: string): Migration => ({
  name,
  up: async (db) => void (await sql.raw(statement).execute(db)),
});
const first = step('9001-first', 'create table mitwirk.first (n int)');
const second = step('9002-second', 'create table mitwirk.second (n int)');

eachStore('migrating', (store) => {
  const run = (steps: readonly Migration[]) => migrate(store.database.pool, [...released, ...steps]);
  const exists = async (table: string) =>
    (await store.database.pool.query('select to_regclass($1) is not null as there', [`mitwirk.${table}`])).rows[0]
      .there;

  test('a step that fails undoes all that were to be done with it', async () => {
    const failing = step('9002-failing', 'select 1/0');

    await expect(run([first, failing])).rejects.toMatchObject({ code: '22012' });

    expect(await exists('first')).toBe(false);
  });

  test('older data is brought up to date once, whoever comes first', async () => {
    const outcomes = await Promise.all([run([first]), run([first])]);

    expect(outcomes.flat()).toEqual(['9001-first']);
    expect(await exists('first')).toBe(true);
    expect(await run([first])).toEqual([]);
  });

  test('only what is pending is done', async () => {
    expect(await run([first, second])).toEqual(['9002-second']);
  });

  test('data of a newer version is refused by the name of the step, and nothing is changed', async () => {
    const third = step('9003-third', 'create table mitwirk.third (n int)');

    await expect(run([first, third])).rejects.toMatchObject({
      failure: { code: 'database.newer', params: { migration: '9002-second' } },
    });

    expect(await exists('third')).toBe(false);
  });
});
