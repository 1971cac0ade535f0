/** Checks the date of a task before it is set. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { businessCalendarOf } from '../../../domain/process/process.ts';
import { nextBusinessDay } from '../../../domain/time/businessDays.ts';
import { addDays, type LocalDate, localDateOf } from '../../../domain/time/calendar.ts';
import { closesAt, type Deadline } from '../../../domain/time/deadline.ts';
import { deadlineText, formatDay } from '../../../text/dates/format.ts';

/** @throws Refusal `task.duePast`: nobody can be reminded in time of a day that is over */
export function mustLieAhead(caller: ProcessCaller, due: Deadline): void {
  if (closesAt(due, caller.process.zone) > caller.now) return;
  const next = nextBusinessDay(addDays(processToday(caller), 1), businessCalendarOf(caller.process));
  refuse('task.duePast', { day: deadlineText(caller.locale, due), next: formatDay(caller.locale, next) });
}

/** Today in the zone of the process, in which deadlines are meant. */
export function processToday({ process, now }: Pick<ProcessCaller, 'process' | 'now'>): LocalDate {
  return localDateOf(now, process.zone);
}
