/** One concept process of one municipality: the unit of tenancy. */

import type { ProcessId } from '../ids.ts';
import type { BusinessCalendar } from '../time/businessDays.ts';
import type { LocalTime, Zone } from '../time/calendar.ts';
import type { Region } from '../time/holidays.ts';
import type { ProfileName } from '../vote/profile.ts';

export interface Process {
  readonly id: ProcessId;
  readonly name: string;
  /** Null until it is set: then no holidays are known, only weekends. */
  readonly region: Region | null;
  readonly zone: Zone;
  readonly locale: string;
  readonly digest: DigestTime;
  /** The rule used when a vote is opened without naming one. */
  readonly voteProfile: ProfileName;
  /** Open votes are put as a poll too, on platforms that have polls. */
  readonly polls: boolean;
  /** True for the example that the local page loads into an empty store. */
  readonly example: boolean;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
}

/** ISO weekday (1 = Monday) and wall-clock time in the process's zone. */
export interface DigestTime {
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly time: LocalTime;
}

/** The business days of a process. */
export function businessCalendarOf(process: Pick<Process, 'region'>): BusinessCalendar {
  return { region: process.region, closedDays: [] };
}
