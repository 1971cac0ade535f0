/** The database's own clock, and what is kept about clocks that cannot be believed. */

import type { ProcessId } from '../../domain/ids.ts';
import type { ClockDoubt, NewDoubt } from '../../domain/time/clockDoubt.ts';
import type { DatabaseTime, SeenTime } from '../../domain/time/clockTrust.ts';

export interface Clocks {
  /** What the database's clock showed when this transaction began. */
  now(): Promise<Date>;
  /** The same, and what it tells of the machine it runs on. */
  read(): Promise<DatabaseTime>;
  /** The last look that was believed; null before the first. */
  seen(): Promise<SeenTime | null>;
  setSeen(seen: SeenTime): Promise<void>;
  /** Those that have not ended, oldest first. Nobody else asks for them in order to change them until this transaction ends. */
  lockDoubts(): Promise<readonly ClockDoubt[]>;
  /** Those that have not ended, oldest first. */
  doubts(): Promise<readonly ClockDoubt[]>;
  raise(doubt: NewDoubt): Promise<ClockDoubt>;
  /** It was still true then, by the database's clock. */
  lookAgain(id: number, at: Date): Promise<void>;
  /** The coordinators of a process are told. False when they had been, or have confirmed. */
  tell(id: number, process: ProcessId): Promise<boolean>;
  /** A process waits no longer. False when it did not wait. */
  settle(id: number, process: ProcessId): Promise<boolean>;
  /** What {@link settle} does, because the process takes what the clock showed for right. False when it has ended or was confirmed already. */
  confirm(id: number, process: ProcessId): Promise<boolean>;
  end(id: number): Promise<void>;
}
