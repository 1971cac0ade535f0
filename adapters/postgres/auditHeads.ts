/** The newest entry of each chain, as this transaction knows it: read once under a lock, and then moved on in memory. */
import { CHAIN_START } from '../../src/domain/audit/auditChain.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import type { Db } from './tables/tables.ts';

export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

export class AuditHeads {
  readonly #db: Db;
  #known: ReadonlyMap<ProcessId, AuditHead> = new Map();

  constructor(db: Db) {
    this.#db = db;
  }

  /** Nobody else appends to this chain until the transaction ends. */
  async lock(process: ProcessId): Promise<AuditHead> {
    const known = this.#known.get(process);
    if (known) return known;
    const head = (await this.#locked(process)) ?? (await this.#begun(process));
    this.advance(process, head);
    return head;
  }

  /** What this transaction knows; null where it has not locked the chain. */
  of(process: ProcessId): AuditHead | null {
    return this.#known.get(process) ?? null;
  }

  /** From now on the chain ends there; its row is locked. */
  advance(process: ProcessId, head: AuditHead): void {
    this.#known = new Map(this.#known).set(process, head);
  }

  /** All that is known now: what is learned after it can be forgotten again. */
  mark(): () => void {
    const before = this.#known;
    return () => {
      this.#known = before;
    };
  }

  async #locked(process: ProcessId): Promise<AuditHead | undefined> {
    return this.#db
      .selectFrom('mitwirk.audit_heads')
      .select(['sequence', 'hash'])
      .where('process_id', '=', process)
      .forUpdate()
      .executeTakeFirst();
  }

  async #begun(process: ProcessId): Promise<AuditHead> {
    await this.#db
      .insertInto('mitwirk.audit_heads')
      .values({ process_id: process, sequence: 0, hash: CHAIN_START })
      .onConflict((conflict) => conflict.column('process_id').doNothing())
      .execute();
    const head = await this.#locked(process);
    if (!head) throw new Error(`The chain of process ${process} could not be begun`);
    return head;
  }
}
