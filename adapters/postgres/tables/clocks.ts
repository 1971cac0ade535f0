/** Clocks: what was last believed, and doubts. */
import type { ColumnType } from 'kysely';
import type { ProcessId } from '../../../src/domain/ids.ts';
import type { Against } from '../../../src/domain/time/clockTrust.ts';
import type { Identity } from '../columns.ts';

/** One row. */
export interface ClockTable {
  seen_at: Date | null;
  uptime_ms: number | null;
  boot: string | null;
}

type Processes = ColumnType<ProcessId[], never>;

export interface ClockDoubtsTable {
  id: Identity<number>;
  against: Against;
  shown: Date;
  expected: Date;
  told: Processes;
  confirmed: Processes;
  looked_at: Date;
  ended_at: Date | null;
}
