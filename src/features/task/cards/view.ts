/** What the cards of one task show. */

import type { NameBook } from '../../../cards/build.ts';
import type { Group } from '../../../domain/group/group.ts';
import type { Absence } from '../../../domain/person/person.ts';
import type { Task, TaskComment } from '../../../domain/task/task.ts';
import type { BusinessCalendar } from '../../../domain/time/businessDays.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';

export interface TaskView {
  readonly task: Task;
  readonly group: Pick<Group, 'name'>;
  /** Oldest first. */
  readonly comments: readonly TaskComment[];
  /** Of the assignee, when away today. */
  readonly absence: Absence | null;
  readonly today: LocalDate;
  readonly overdue: boolean;
  /** Tells whether the date is a business day. */
  readonly calendar: BusinessCalendar;
  readonly names: NameBook;
}
