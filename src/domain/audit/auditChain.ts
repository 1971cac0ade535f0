/** The hash chain of the audit log: a changed, removed, moved or slipped-in entry does not go unnoticed. */
import { createHash } from 'node:crypto';
import type { ProcessId } from '../ids.ts';

export interface AuditEntry {
  /** From 1, without gaps. */
  readonly sequence: number;
  readonly at: Date;
  /** Token of the person who acted; `mitwirk` when the bot acted by itself. */
  readonly actor: string;
  /** `task.add`, `vote.close` and so on. */
  readonly action: string;
  /** Short ids, choices, hashes and person tokens; never names or free text. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Hash of the entry before. */
  readonly previous: string;
  readonly hash: string;
}

export type ChainVerdict =
  | { readonly ok: true; readonly head: string }
  /** The first place in the chain that does not hold. */
  | { readonly ok: false; readonly sequence: number };

/** What stands before the first entry. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 as 64 hexadecimal digits over JSON with sorted keys; `data` counts as JSON gives it back. */
export function auditHash(process: ProcessId, entry: Omit<AuditEntry, 'hash'>): string {
  const { previous, sequence, at, actor, action, data } = entry;
  const content = { previous, process, sequence, at: at.toISOString(), actor, action, data };
  return createHash('sha256')
    .update(canonical(JSON.parse(JSON.stringify(content))), 'utf8')
    .digest('hex');
}

/**
 * Checks a chain from its beginning, and that it reaches as far as `head`, the newest hash that was kept beside it and read
 * before the entries. Whoever cuts entries off its end and changes that too is found out only by a head that was printed
 * in a resolution or digest.
 */
export function verifyChain(process: ProcessId, entries: readonly AuditEntry[], head = CHAIN_START): ChainVerdict {
  let last = CHAIN_START;
  let reached = head === CHAIN_START;
  for (const [index, entry] of entries.entries()) {
    const sequence = index + 1;
    const fits = entry.sequence === sequence && entry.previous === last;
    if (!fits || entry.hash !== auditHash(process, entry)) return { ok: false, sequence };
    last = entry.hash;
    reached ||= last === head;
  }
  return reached ? { ok: true, head: last } : { ok: false, sequence: entries.length + 1 };
}

/** Sorted by code units, so that the result depends neither on the order of writing nor on a language. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}
