/** The audit log: one append-only hash chain per process. */
import { sql } from 'kysely';
import { auditHash, CHAIN_START } from '../../../src/domain/audit/auditChain.ts';
import type { ProcessId } from '../../../src/domain/ids.ts';
import type { AuditLog } from '../../../src/ports/store/work.ts';
import type { AuditHeads } from '../auditHeads.ts';
import { jsonText } from '../columns.ts';
import { type LateWrites, marked, WaitingRows } from '../late.ts';
import type { Db } from '../tables/tables.ts';

interface WaitingEntry {
  readonly process: ProcessId;
  readonly sequence: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly data: unknown;
  readonly previous: string;
  readonly hash: string;
}

export function createAuditLog(db: Db, heads: AuditHeads): AuditLog & LateWrites {
  const waiting = new WaitingRows<WaitingEntry>();

  async function flush(): Promise<void> {
    const entries = waiting.take();
    if (entries.length > 0) await write(db, entries);
  }

  return {
    async append(process, at, actor, action, data) {
      const head = await heads.lock(process);
      const entry = {
        sequence: head.sequence + 1,
        at,
        actor,
        action,
        data: JSON.parse(jsonText(data)),
        previous: head.hash,
      };
      const hash = auditHash(process, entry);
      heads.advance(process, { sequence: entry.sequence, hash });
      waiting.add([{ ...entry, process, hash }]);
      return hash;
    },
    async head(process) {
      const known = heads.of(process);
      if (known) return known.hash;
      const row = await db
        .selectFrom('mitwirk.audit_heads')
        .select('hash')
        .where('process_id', '=', process)
        .executeTakeFirst();
      return row?.hash ?? CHAIN_START;
    },
    async entries(process) {
      await flush();
      return db
        .selectFrom('mitwirk.audit')
        .select(['sequence', 'at', 'actor', 'action', 'data', 'previous', 'hash'])
        .where('process_id', '=', process)
        .orderBy('sequence')
        .execute();
    },
    flush,
    mark: () => marked([waiting, heads]),
  };
}

/** The entries, and how far the chains reach with them. */
async function write(db: Db, entries: readonly WaitingEntry[]): Promise<void> {
  const last = [...new Map(entries.map((entry) => [entry.process, entry])).values()];
  await sql`
    with advanced as (
      update mitwirk.audit_heads as head set sequence = last.sequence, hash = last.hash
      from json_to_recordset(${jsonText(last)}::json) as last (process int, sequence int, hash text)
      where head.process_id = last.process
    )
    insert into mitwirk.audit (process_id, sequence, at, actor, action, data, previous, hash)
    select process, sequence, at, actor, action, data, previous, hash
    from json_to_recordset(${jsonText(entries)}::json) as entry (
      process int, sequence int, at timestamptz, actor text, action text, data jsonb, previous text, hash text)`.execute(
    db,
  );
}
