/** Accounts that were known before origins were written down get theirs by the form of their platform's ids. */
import { expect, test } from '@jest/globals';
import { Kysely, PostgresDialect } from 'kysely';
import { origins } from '../../adapters/postgres/migrations/0011_origins.ts';
import { eachStore } from '../support/database.ts';

eachStore('an older store', (store) => {
  test('knows of each account where it is at home', async () => {
    const { pool } = store.database;
    await pool.query(`drop view mitwirk.participants;
      drop table mitwirk.guests, mitwirk.invitations, mitwirk.questions;
      alter table mitwirk.rooms drop column chosen_id;
      alter table mitwirk.identities drop column origin`);
    const accounts = [
      ['slack', 'T1:U1', 'T1'],
      ['slack', 'E0KREIS:W1', 'E0KREIS'],
      ['matrix', '@ule:example.org', 'example.org'],
      ['matrix', '@ule:example.org:8448', 'example.org:8448'],
      ['local', 'ule', 'local'],
    ] as const;
    for (const [platform, id] of accounts) {
      await pool.query(
        `with person as (insert into mitwirk.people (token, name, name_folded) values ($1 || $2, 'Ule', 'ule') returning id)
        insert into mitwirk.identities (platform, external_id, person_id, handle, handle_folded, name)
        select $1, $2, id, 'ule', 'ule', 'Ule' from person`,
        [platform, id],
      );
    }

    await new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }).transaction().execute(origins.up);

    const { rows } = await pool.query('select platform, external_id, origin from mitwirk.identities order by id');
    expect(rows.map((row) => [row.platform, row.external_id, row.origin])).toEqual(accounts);
  });
});
