/** What a reminder tells one person. */

import type { NameBook } from '../../../cards/build.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Moment } from '../../../domain/task/taskDue.ts';

/** Why this person: their own task, somebody's who is away, nobody's, or one of their group that is stuck or whose assignee has not answered. */
export type ReminderReason = 'own' | 'standIn' | 'unassigned' | 'escalated' | 'unanswered';

export interface Reminder {
  readonly task: Task;
  readonly why: ReminderReason;
}

export interface ReminderView extends Moment {
  readonly reminders: readonly Reminder[];
  readonly names: NameBook;
}
