/** The audit log: one append-only hash chain per process. */
import { auditHash, CHAIN_START } from '../../../src/domain/audit/auditChain.ts';
import type { ProcessId } from '../../../src/domain/ids.ts';
import type { AuditLog } from '../../../src/ports/store/work.ts';
import { jsonText } from '../columns.ts';
import type { Db } from '../tables/tables.ts';

export function createAuditLog(db: Db): AuditLog {
  /** Nobody else appends to this chain until the transaction ends. */
  async function lockHead(process: ProcessId): Promise<{ sequence: number; hash: string }> {
    const lock = db
      .selectFrom('mitwirk.audit_heads')
      .select(['sequence', 'hash'])
      .where('process_id', '=', process)
      .forUpdate();
    const head = await lock.executeTakeFirst();
    if (head) return head;
    await db
      .insertInto('mitwirk.audit_heads')
      .values({ process_id: process, sequence: 0, hash: CHAIN_START })
      .onConflict((conflict) => conflict.column('process_id').doNothing())
      .execute();
    return lock.executeTakeFirstOrThrow();
  }

  return {
    async append(process, at, actor, action, data) {
      const head = await lockHead(process);
      const json = jsonText(data);
      const entry = { sequence: head.sequence + 1, at, actor, action, data: JSON.parse(json), previous: head.hash };
      const hash = auditHash(process, entry);
      await db
        .with('advanced', (advance) =>
          advance
            .updateTable('mitwirk.audit_heads')
            .set({ sequence: entry.sequence, hash })
            .where('process_id', '=', process),
        )
        .insertInto('mitwirk.audit')
        .values({ ...entry, data: json, process_id: process, hash })
        .execute();
      return hash;
    },
    async head(process) {
      const row = await db
        .selectFrom('mitwirk.audit_heads')
        .select('hash')
        .where('process_id', '=', process)
        .executeTakeFirst();
      return row?.hash ?? CHAIN_START;
    },
    entries(process) {
      return db
        .selectFrom('mitwirk.audit')
        .select(['sequence', 'at', 'actor', 'action', 'data', 'previous', 'hash'])
        .where('process_id', '=', process)
        .orderBy('sequence')
        .execute();
    },
  };
}
