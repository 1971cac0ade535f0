/** What is in a database, table by table: to see that something changed nothing. */
import type { Pool } from 'pg';

/** A fingerprint of the rows of every table of the product. */
export async function contentsOf(pool: Pool): Promise<Readonly<Record<string, string>>> {
  const { rows } = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'mitwirk' order by 1",
  );
  const contents: Record<string, string> = {};
  for (const { name } of rows) {
    const sum = await pool.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(row::text, '|' order by row::text)), '') as sum from mitwirk."${name}" as row`,
    );
    contents[name] = sum.rows[0]?.sum ?? '';
  }
  return contents;
}
