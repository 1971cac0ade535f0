/** A deadline as its two columns. */
import type { LocalDate, LocalTime } from '../../../src/domain/time/calendar.ts';
import type { Deadline } from '../../../src/domain/time/deadline.ts';
import { dayText, timeText } from '../columns.ts';

export const DEADLINE = [dayText('deadline_date').as('date'), timeText<null>('deadline_time').as('time')] as const;

/** A row in which the two columns stand in place of the deadline. */
export type WithDeadlineColumns<Row extends { readonly deadline: Deadline }> = Omit<Row, 'deadline'> & {
  readonly date: LocalDate;
  readonly time: LocalTime | null;
};

export function deadlineColumns(deadline: Deadline) {
  return { deadline_date: deadline.date, deadline_time: deadline.time };
}
