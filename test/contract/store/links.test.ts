/** The contract of linked accounts: whatever named the one names the other, and afterwards everything is as it was. */
import { expect, test } from '@jest/globals';
import type { PersonId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/person/person.ts';
import type { Tx } from '../../../src/ports/store.ts';
import { card, deadline, later, makeProcess, makeTask, makeVote, start, storeSuite, unique } from './scene.ts';

const TERMS = { deputyOf: null, kind: null, organisation: null };

function makeOn(tx: Tx, platform: string, name = 'Mitglied'): Promise<Person> {
  const handle = unique('konto');
  return tx.people.ensure({ platform, externalId: handle, origin: platform, handle }, name);
}

/** Two accounts of one human being, and a third person beside them. */
async function makeAccounts(tx: Tx) {
  const person = await makeOn(tx, 'slack', 'Vorsitz');
  const added = await makeOn(tx, 'matrix', 'Zweitkonto');
  const third = await makeOn(tx, 'local', 'Dritte');
  return { person: person.id, added: added.id, third: third.id };
}

type Accounts = Awaited<ReturnType<typeof makeAccounts>>;

/** Groups in which `added` is alone and in which both are, and processes that one and both of them coordinate. */
async function makeOffices(tx: Tx, { person, added, third }: Accounts) {
  const [process, both] = [await makeProcess(tx), await makeProcess(tx)];
  const group = (name: string) =>
    tx.groups.create({ processId: process.id, kind: 'working', name, field: null, roomId: null });
  const [shared, own] = [await group('AG Bildung'), await group('AG Wohnen')];
  await tx.groups.setMember({ ...TERMS, groupId: shared.id, personId: added, role: 'lead', organisation: 'Verein' });
  await tx.groups.setMember({ ...TERMS, groupId: shared.id, personId: person, role: 'member', kind: 'administration' });
  await tx.groups.setMember({ ...TERMS, groupId: own.id, personId: added, role: 'member' });
  await tx.groups.setMember({ ...TERMS, groupId: own.id, personId: third, role: 'deputy', deputyOf: added });
  for (const [where, who] of [
    [process, added],
    [both, added],
    [both, person],
  ] as const)
    await tx.processes.addCoordinator(where.id, who);
  return { process, shared, own };
}

/** Work that `added` has done and been given, votes in which it has a part alone and beside the other. */
async function makeWork(tx: Tx, { person, added, third }: Accounts, offices: Awaited<ReturnType<typeof makeOffices>>) {
  const scene = { process: offices.process, group: offices.own, person: { id: added } };
  const task = await makeTask(tx, scene, 1, { assigneeId: added });
  const votes = {
    alone: await makeVote(tx, scene, 1, [third, added]),
    beside: await makeVote(tx, scene, 2, [person, added]),
    deputised: await makeVote(tx, scene, 3, [third]),
  };
  const ballot = { holderId: added, castBy: added, choice: 'yes', reason: null, textHash: 'a'.repeat(64) } as const;
  await tx.votes.cast({ voteId: votes.alone.id, ...ballot, at: later(1) });
  await tx.votes.updateSeat(votes.alone.id, third, { recused: { by: added, at: later(1) } });
  await tx.votes.updateSeat(votes.deputised.id, third, { deputyId: added });
  const to = { person: added, platform: 'matrix' };
  await tx.outbox.enqueue(
    [{ key: unique('key'), processId: null, to, topic: unique('t'), card: card('wartet') }],
    start,
  );
  const absence = { from: deadline.date, to: deadline.date, deputyId: added };
  for (const away of [third, person]) await tx.people.update(away, { absence });
  return { task, votes };
}

storeSuite('linked accounts', (transact, suite) => {
  const query = async (sql: string, values: readonly unknown[] = []) =>
    (await suite.database.pool.query(sql, [...values])).rows;

  /** Rows that no single call of a repository makes. */
  async function fillIn({ added }: Accounts, { task }: Awaited<ReturnType<typeof makeWork>>): Promise<void> {
    await query(`update mitwirk.tasks set closed_at = now(), closed_by = $1 where id = $2`, [added, task.id]);
    await query(
      `insert into mitwirk.task_changes (task_id, changed_at, changed_by, text, state, assignee_id, closed_at, closed_by)
       values ($2, now(), $1, 'x', 'done', $1, now(), $1)`,
      [added, task.id],
    );
    await query(
      `insert into mitwirk.task_comments (task_id, commented_at, commented_by, text) values ($2, now(), $1, 'x')`,
      [added, task.id],
    );
    await query(
      `with round as (insert into mitwirk.rounds
         (process_id, group_id, number, question, anonymity, deadline_date, state, opened_by, opened_at)
         select process_id, group_id, 1, 'x', 'named', '2027-01-11', 'open', $1, now() from mitwirk.tasks where id = $2
         returning id)
       insert into mitwirk.contributions (round_id, number, person_id, text, created_at) select id, 1, $1, 'x', now() from round`,
      [added, task.id],
    );
    await query(
      `insert into mitwirk.posted (topic, message_id, card_hash, posted_at, person_id, platform)
       values ($2, 'm', 'h', $3, $1, 'matrix')`,
      [added, unique('topic'), start],
    );
  }

  /** At the border of the process: a guest in its rooms, an invitation, a question that is still open. */
  async function fillInAtTheBorder({ added }: Accounts, { task }: Awaited<ReturnType<typeof makeWork>>): Promise<void> {
    const values = [added, task.id];
    await query(
      `insert into mitwirk.guests (process_id, person_id) select process_id, $1 from mitwirk.tasks where id = $2`,
      values,
    );
    await query(
      `insert into mitwirk.invitations (process_id, group_id, person_id, invited_by, role, deputy_of, invited_at, state)
       select process_id, group_id, $1, $1, 'deputy', $1, now(), 'open' from mitwirk.tasks where id = $2`,
      values,
    );
    await query(
      `with room as (insert into mitwirk.rooms (platform, external_id, kind, name, process_id)
         select 'matrix', $3, 'direct', '', process_id from mitwirk.tasks where id = $2 returning id)
       insert into mitwirk.questions (person_id, room_id, deed, asked_at) select $1, id, '{}', now() from room`,
      [...values, unique('raum')],
    );
  }

  async function makeEverything() {
    const made = await transact(async (tx) => {
      const accounts = await makeAccounts(tx);
      const offices = await makeOffices(tx, accounts);
      return { ...accounts, ...offices, ...(await makeWork(tx, accounts, offices)) };
    });
    await fillIn(made, made);
    await fillInAtTheBorder(made, made);
    return made;
  }

  /** Every column that names a person, but for what tells of links themselves. */
  async function placesOfPeople(): Promise<readonly { readonly table: string; readonly column: string }[]> {
    return query(
      `select conrelid::regclass::text as table, attname::text as column from pg_constraint
       join pg_attribute on attrelid = conrelid and attnum = any(conkey)
       where contype = 'f' and confrelid = 'mitwirk.people'::regclass
         and conrelid::regclass::text not like 'mitwirk.link%' and attname <> 'merged_into' order by 1, 2`,
    );
  }

  async function placesNaming(person: PersonId): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { table, column } of await placesOfPeople()) {
      const [row] = await query(`select count(*)::int as n from ${table} where ${column} = $1`, [person]);
      if (row.n > 0) found.push(`${table.replace('mitwirk.', '')}.${column}`);
    }
    return found;
  }

  async function everything(): Promise<Readonly<Record<string, unknown>>> {
    const tables = await query(`select tablename as name from pg_tables where schemaname = 'mitwirk' order by 1`);
    const found: Record<string, unknown> = {};
    for (const { name } of tables) {
      const rows = await query(`select to_jsonb(t)::text as row from mitwirk.${name} as t order by 1`);
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  }

  test('everything names the other, and after parting everything is exactly as it was', async () => {
    const { person, added } = await makeEverything();
    expect(await placesNaming(added)).toHaveLength((await placesOfPeople()).length);
    const before = await everything();

    const link = await transact((tx) => tx.links.join(person, added, later(5)));

    // Both had a seat in one vote, and its roll is fixed.
    expect(await placesNaming(added)).toEqual(['seats.holder_id']);
    await transact((tx) => tx.links.undo(link));
    expect(await everything()).toEqual(before);
  });

  test('the accounts lead to one person, told things on an own account, and to two again', async () => {
    const { added, person } = await transact(makeAccounts);
    // The one that comes was known first.
    const [early, late] = [person, added];
    const link = await transact((tx) => tx.links.join(late, early, later(5)));

    await transact(async (tx) => {
      expect((await tx.people.identities(late)).map(({ platform }) => platform).sort()).toEqual(['matrix', 'slack']);
      expect((await tx.people.platforms([late])).get(late)).toBe('matrix');
      expect(await tx.links.ofPerson(late)).toEqual([{ id: link, personId: late, addedId: early }]);
      expect(await tx.links.ofAccount({ personId: late, platform: 'slack' })).toMatchObject({ id: link });
      expect(await tx.links.ofAccount({ personId: late, platform: 'matrix' })).toBeNull();
      await tx.links.undo(link);
      expect(await tx.people.identities(early)).toHaveLength(1);
      expect(await tx.links.byId(link)).toBeNull();
    });
  });

  test('what was changed meanwhile stays changed, and nobody comes back to a group they were taken out of', async () => {
    const { person, added, third, shared, own, task } = await makeEverything();
    const link = await transact((tx) => tx.links.join(person, added, later(5)));
    await transact(async (tx) => {
      await tx.tasks.change(task.id, { assigneeId: third }, third, later(6));
      await tx.groups.removeMember(own.id, person);
      await tx.groups.setMember({ ...TERMS, groupId: shared.id, personId: person, role: 'expert' });
      await tx.links.undo(link);
    });

    await transact(async (tx) => {
      expect(await tx.tasks.byId(task.id)).toMatchObject({ assigneeId: third, createdBy: added });
      expect(await tx.groups.membership(own.id, added)).toBeNull();
      expect(await tx.groups.membership(own.id, person)).toBeNull();
      expect(await tx.groups.membership(shared.id, person)).toMatchObject({ role: 'expert' });
      expect(await tx.groups.membership(shared.id, added)).toMatchObject({ role: 'expert' });
    });
  });

  test('what was posted to the account meanwhile is the other’s, and so is what waits to be sent there', async () => {
    const { person, added } = await transact(makeAccounts);
    const link = await transact((tx) => tx.links.join(person, added, later(5)));
    const [posted, waiting] = [unique('posted'), unique('waiting')];
    await query(
      `insert into mitwirk.posted (topic, message_id, card_hash, posted_at, person_id, platform)
       values ($2, 'm', 'h', $3, $1, 'matrix')`,
      [person, posted, later(6)],
    );
    await transact(async (tx) => {
      const message = { processId: null, to: { person, platform: 'matrix' }, topic: null, card: card('privat') };
      await tx.outbox.enqueue([{ key: waiting, ...message }], later(6));
      await tx.links.undo(link);
    });

    expect(await query(`select 1 from mitwirk.posted where topic = $1`, [posted])).toEqual([]);
    const [row] = await query(`select person_id, platform from mitwirk.outbox where key = $1`, [waiting]);
    expect(row).toEqual({ person_id: person, platform: 'slack' });
  });

  test('whoever is erased is erased with the account that came, and nothing is left of the link', async () => {
    const { person, added } = await makeEverything();
    await transact(async (tx) => {
      await tx.links.join(person, added, later(5));
      await tx.people.erase(person, later(6));
    });

    await transact(async (tx) => {
      for (const id of [person, added])
        expect(await tx.people.byId(id)).toMatchObject({ name: '', erasedAt: later(6) });
    });
    const left = ['links', 'link_moves', 'link_memberships'];
    for (const table of left) expect(await query(`select 1 from mitwirk.${table}`)).toEqual([]);
  });
});
