/** A process that writes pairs of rows, one transaction after the other, and says which it was told are committed. */
import { openDatabase } from '../../../adapters/postgres/database/open.ts';

const { pool } = await openDatabase({ url: null, dataDir: process.argv[2] ?? '' });
await pool.query('create table written (n int, part int)');
for (let n = 1; ; n++) {
  const client = await pool.connect();
  await client.query('begin');
  await client.query('insert into written values ($1, 1)', [n]);
  await client.query('insert into written values ($1, 2)', [n]);
  await client.query('commit');
  client.release();
  process.stdout.write(`${n}\n`);
}
