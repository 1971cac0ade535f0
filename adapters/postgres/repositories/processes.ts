/** Processes, their coordinators and counters. */
import { sql } from 'kysely';
import type { Process } from '../../../src/domain/process/process.ts';
import type { Processes } from '../../../src/ports/store/places.ts';
import type { AuditHeads } from '../auditHeads.ts';
import { isEmpty } from '../change.ts';
import { lockWithin } from '../lockWithin.ts';
import { PROCESS, toProcess } from '../rows/process.ts';
import type { Db } from '../tables/tables.ts';

export function createProcesses(db: Db, heads: AuditHeads): Processes {
  const one = db.selectFrom('mitwirk.processes').select(PROCESS);
  // Rows that refer to the process can still be added by those who do not ask for the lock.
  const locking = one.forNoKeyUpdate();

  /** With the end of its audit log, which whoever locks a process is about to write on: one way there fewer. */
  async function locked(process: typeof locking): Promise<Process | null> {
    const row = await db
      .with('process', () => process)
      .with('head', (query) =>
        query
          .selectFrom('mitwirk.audit_heads')
          .select(['process_id', 'sequence', 'hash'])
          // The process first, as everywhere: this is asked only once that is locked.
          .where('process_id', '=', (of) => of.selectFrom('process').select('id'))
          .forUpdate(),
      )
      .selectFrom('process')
      .leftJoin('head', 'head.process_id', 'process.id')
      .selectAll('process')
      .select(['head.sequence', 'head.hash'])
      .executeTakeFirst();
    if (!row) return null;
    const { sequence, hash, ...found } = row;
    // What this transaction has appended already is newer than the table.
    if (sequence !== null && hash !== null && !heads.of(found.id)) heads.advance(found.id, { sequence, hash });
    return toProcess(found);
  }
  const all = one.orderBy('id');
  const active = all.where('archived_at', 'is', null);

  return {
    async create({ digest, voteProfile, createdAt, ...process }) {
      const row = await db
        .insertInto('mitwirk.processes')
        .values({
          ...process,
          digest_weekday: digest.weekday,
          digest_time: digest.time,
          vote_profile: voteProfile,
          polls: false,
          created_at: createdAt,
        })
        .returning(PROCESS)
        .executeTakeFirstOrThrow();
      return toProcess(row);
    },
    async byId(id) {
      const row = await one.where('id', '=', id).executeTakeFirst();
      return row ? toProcess(row) : null;
    },
    async lock(id) {
      return locked(locking.where('id', '=', id));
    },
    async tryLock(id, patienceMs) {
      const mine = locking.where('id', '=', id);
      if (patienceMs === 0) return locked(mine.skipLocked());
      return (await lockWithin(db, patienceMs, () => locked(mine))) ?? null;
    },
    async lockAll() {
      await locking.orderBy('id').execute();
    },
    async all() {
      return (await all.execute()).map(toProcess);
    },
    async active() {
      return (await active.execute()).map(toProcess);
    },
    async ofPerson(person) {
      const own = db
        .selectFrom('mitwirk.participants')
        .select('process_id')
        .where('person_id', '=', person)
        .where('belongs', '=', true);
      const rows = await active.where('id', 'in', own).execute();
      return rows.map(toProcess);
    },
    async update(id, change) {
      if (isEmpty(change)) return;
      const { digest, voteProfile, archivedAt, ...same } = change;
      await db
        .updateTable('mitwirk.processes')
        .set({ ...same, vote_profile: voteProfile, archived_at: archivedAt })
        .set({ digest_weekday: digest?.weekday, digest_time: digest?.time })
        .where('id', '=', id)
        .execute();
    },
    async welcome(id, person) {
      await db
        .insertInto('mitwirk.guests')
        .values({ process_id: id, person_id: person })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async coordinators(id) {
      const rows = await db
        .selectFrom('mitwirk.coordinators')
        .select('person_id')
        .where('process_id', '=', id)
        .orderBy('id')
        .execute();
      return rows.map((row) => row.person_id);
    },
    async addCoordinator(id, person) {
      await db
        .insertInto('mitwirk.coordinators')
        .values({ process_id: id, person_id: person })
        .onConflict((conflict) => conflict.columns(['process_id', 'person_id']).doNothing())
        .execute();
    },
    async lastDigest(id) {
      const row = await db
        .selectFrom('mitwirk.processes')
        .select('last_digest_at')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.last_digest_at ?? null;
    },
    async setLastDigest(id, at) {
      await db.updateTable('mitwirk.processes').set({ last_digest_at: at }).where('id', '=', id).execute();
    },
    async nextNumber(id, counter) {
      const row = await db
        .insertInto('mitwirk.counters')
        .values({ process_id: id, name: counter, value: 1 })
        .onConflict((conflict) =>
          conflict.columns(['process_id', 'name']).doUpdateSet({ value: sql`mitwirk.counters.value + 1` }),
        )
        .returning('value')
        .executeTakeFirstOrThrow();
      return row.value;
    },
  };
}
