/** The form of a database, in PostgreSQL's own words: to compare two that came about in different ways. */
import type { Pool } from 'pg';

const FORMS: Readonly<Record<string, string>> = {
  column: `select c.relname || '.' || a.attnum as name, concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then 'not null' end, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,
      col_description(c.oid, a.attnum)) as form
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and a.attnum > 0`,
  constraint: `select conrelid::regclass || '.' || conname as name, pg_get_constraintdef(oid) as form
    from pg_constraint where connamespace = $1::regnamespace`,
  index: `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as form
    from pg_index join pg_class c on c.oid = indexrelid where c.relnamespace = $1::regnamespace`,
  function: `select oid::regprocedure::text as name, pg_get_functiondef(oid) as form
    from pg_proc where pronamespace = $1::regnamespace and prokind in ('f', 'p')`,
  trigger: `select tgrelid::regclass || '.' || tgname as name, pg_get_triggerdef(t.oid) as form
    from pg_trigger t join pg_class c on c.oid = tgrelid where c.relnamespace = $1::regnamespace and not tgisinternal`,
  table: `select relname as name, concat_ws(' ', relkind, relpersistence, relrowsecurity, array_to_string(reloptions, ','), relacl::text) as form
    from pg_class where relnamespace = $1::regnamespace`,
  type: `select typname as name, concat_ws(' ', typtype, (select string_agg(enumlabel, ',' order by enumsortorder)
      from pg_enum where enumtypid = t.oid)) as form from pg_type t where typnamespace = $1::regnamespace`,
};

/** One line for each thing in a schema. Tables at the end say so as well as columns, so that none is missed for being empty. */
export async function schemaOf(pool: Pool, schema: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [kind, sql] of Object.entries(FORMS)) {
    const { rows } = await pool.query<{ name: string; form: string }>(`${sql} order by 1`, [schema]);
    lines.push(...rows.map(({ name, form }) => `${kind} ${name}: ${form}`));
  }
  return lines;
}
