/** The database's clock, and doubts about the clocks of machines. */
import { sql } from 'kysely';
import type { ProcessId } from '../../../src/domain/ids.ts';
import type { DatabaseTime } from '../../../src/domain/time/clockTrust.ts';
import type { Clocks } from '../../../src/ports/store/clocks.ts';
import type { Db } from '../tables/tables.ts';

type Machine = Omit<DatabaseTime, 'now'>;

/** What the database tells of its machine, asked once for a store: it does not move. */
export interface KnownMachine {
  machine?: Machine;
}

const DOUBT = ['id', 'against', 'shown', 'expected', 'told', 'confirmed', 'looked_at as lookedAt'] as const;

export function createClocks(db: Db, known: KnownMachine): Clocks {
  const open = db.selectFrom('mitwirk.clock_doubts').select(DOUBT).where('ended_at', 'is', null).orderBy('id');

  async function now(): Promise<Date> {
    const { rows } = await sql<{ now: Date }>`select now() as now`.execute(db);
    return firstOf(rows).now;
  }

  /** False when the condition does not hold, or the doubt has ended. */
  async function change(id: number, process: ProcessId, lists: 'tell' | 'settle' | 'confirm'): Promise<boolean> {
    const told = sql<boolean>`${process}::int = any(told)`;
    const confirmed = sql<boolean>`${process}::int = any(confirmed)`;
    const without = sql<ProcessId[]>`array_remove(told, ${process}::int)`;
    const update = db.updateTable('mitwirk.clock_doubts').where('id', '=', id).where('ended_at', 'is', null);
    const changed = {
      tell: update
        .set({ told: sql`array_append(told, ${process}::int)` })
        .where(sql<boolean>`not (${told} or ${confirmed})`),
      settle: update.set({ told: without }).where(told),
      confirm: update
        .set({ told: without, confirmed: sql`array_append(confirmed, ${process}::int)` })
        .where(sql<boolean>`not ${confirmed}`),
    }[lists];
    return (await changed.returning('id').executeTakeFirst()) !== undefined;
  }

  return {
    now,
    async read() {
      known.machine ??= await machineOf(db);
      return { now: await now(), ...known.machine };
    },
    async seen() {
      const row = await db
        .selectFrom('mitwirk.clock')
        .select(['seen_at', 'uptime_ms', 'boot'])
        .executeTakeFirstOrThrow();
      if (row.seen_at === null || row.uptime_ms === null) return null;
      return { wall: row.seen_at.getTime(), uptime: row.uptime_ms, boot: row.boot };
    },
    async setSeen({ wall, uptime, boot }) {
      const seen = sql<Date>`to_timestamp(${wall}::double precision / 1000)`;
      await db.updateTable('mitwirk.clock').set({ seen_at: seen, uptime_ms: uptime, boot }).execute();
    },
    async lockDoubts() {
      await db.selectFrom('mitwirk.clock').select('seen_at').forUpdate().execute();
      return open.execute();
    },
    doubts: () => open.execute(),
    raise: ({ lookedAt, ...doubt }) =>
      db
        .insertInto('mitwirk.clock_doubts')
        .values({ ...doubt, looked_at: lookedAt })
        .returning(DOUBT)
        .executeTakeFirstOrThrow(),
    async lookAgain(id, at) {
      await db.updateTable('mitwirk.clock_doubts').set({ looked_at: at }).where('id', '=', id).execute();
    },
    tell: (id, process) => change(id, process, 'tell'),
    settle: (id, process) => change(id, process, 'settle'),
    confirm: (id, process) => change(id, process, 'confirm'),
    async end(id) {
      await db.updateTable('mitwirk.clock_doubts').set({ ended_at: sql<Date>`now()` }).where('id', '=', id).execute();
    },
  };
}

/**
 * Both ends of the connection have one address, or none: the same machine. Two containers have two addresses and one
 * kernel, whose start has a name; it is asked only where that is allowed, since a refusal would end the transaction.
 */
async function machineOf(db: Db): Promise<Machine> {
  const { rows } = await sql<{ here: boolean; may: boolean }>`select
    coalesce(inet_server_addr() = inet_client_addr(), true) as here,
    pg_has_role('pg_read_server_files', 'usage')
      and has_function_privilege('pg_read_file(text, bigint, bigint, boolean)', 'execute') as may`.execute(db);
  const { here, may } = firstOf(rows);
  if (here || !may) return { here, boot: null };
  const files = await sql<{ boot: string | null }>`select
    pg_read_file('/proc/sys/kernel/random/boot_id', 0, 36, true) as boot`.execute(db);
  return { here, boot: firstOf(files.rows).boot };
}

function firstOf<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error('The database answered nothing');
  return row;
}
