/** The servers of the run have the versions and settings that the product is promised for. */
import { expect } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { testNeeding } from '../support/needs.ts';

const databaseUrl = process.env.TEST_DATABASE_URL ?? '';
const redisUrl = process.env.TEST_REDIS_URL ?? '';
const testWithPostgres = testNeeding(databaseUrl !== '', 'TEST_DATABASE_URL is not set');
const testWithRedis = testNeeding(redisUrl !== '', 'TEST_REDIS_URL is not set');

testWithPostgres('PostgreSQL lets a suite make and drop a database of its own', async () => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();

  await client.query('create database mitwirk_own');
  await client.query('drop database mitwirk_own');
  const { rows } = await client.query('show server_encoding');
  await client.end();

  expect(rows).toEqual([{ server_encoding: 'UTF8' }]);
});

testWithRedis('Redis appends every write to its log and evicts nothing', async () => {
  const client = new Redis(redisUrl);

  const settings = [await client.config('GET', 'appendonly'), await client.config('GET', 'maxmemory-policy')];
  client.disconnect();

  expect(settings).toEqual([
    ['appendonly', 'yes'],
    ['maxmemory-policy', 'noeviction'],
  ]);
});
