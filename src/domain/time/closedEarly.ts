/** Whether what ended at its deadline ended before it, because the clock was wrong. */
import type { Zone } from './calendar.ts';
import { closesAt, type Deadline } from './deadline.ts';

/** Two good clocks differ by less, in milliseconds: a deadline is agreed on to the minute. */
const SAME_MINUTE_MS = 60_000;

export interface Closed {
  readonly deadline: Deadline;
  /**
   * What the database's clock showed when the deadline ended it. Null: it has not ended, somebody ended it, or somebody had
   * chosen the time.
   */
  readonly closedAtDatabase: Date | null;
}

/** By the database's clock then, or because by now's clock the deadline is still to come. */
export function closedEarly({ deadline, closedAtDatabase }: Closed, zone: Zone, now: Date): boolean {
  if (closedAtDatabase === null) return false;
  const latest = closesAt(deadline, zone).getTime() - SAME_MINUTE_MS;
  return closedAtDatabase.getTime() < latest || now.getTime() < latest;
}
