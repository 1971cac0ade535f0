/** Reminds people of tasks: one message for each person, however many tasks are due together. */

import { tell } from '../../../acting/announce.ts';
import { namesOf } from '../../../acting/names.ts';
import { BOT, record } from '../../../acting/record.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Task } from '../../../domain/task/task.ts';
import { momentOf } from '../../../domain/task/taskDue.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import { CATCH_UP_WINDOW_MS, type DueItem, type DueWork } from '../../../domain/time/due.ts';
import type { Tx } from '../../../ports/store.ts';
import type { Reminder } from '../cards/reminder.ts';
import { reminderCard } from '../cards/reminderCard.ts';
import { idOf } from '../read/meant.ts';
import { type DueTask, recipientsOf } from '../read/recipients.ts';
import { isAsked, nextOverdueAt } from './schedule.ts';

/** Kinds that concern the lead; all others remind whoever is to do the task. */
const TOLD_AS: Partial<Record<DueItem['kind'], 'escalate' | 'unanswered'>> = {
  'task.escalate': 'escalate',
  'task.unanswered': 'unanswered',
};

/**
 * Due handler of `task.*`. Tasks closed since are passed over. Old reminders are not sent late, but the next overdue
 * one is planned all the same, so that a task never falls silent.
 */
export async function remindOfTasks(tx: Tx, process: Process, items: readonly DueItem[], now: Date): Promise<void> {
  const tasks = await openTasks(tx, items);
  await planNextOverdue(tx, process, items, tasks, now);
  const fresh = items.filter((item) => now.getTime() - item.at.getTime() <= CATCH_UP_WINDOW_MS);
  const reminders = await recipientsOf(tx, process, groupItems(fresh, tasks), now);
  if (reminders.size === 0) return;
  await sendReminders(tx, process, reminders, now);
}

async function openTasks(tx: Pick<Tx, 'tasks'>, items: readonly DueItem[]): Promise<ReadonlyMap<number, Task>> {
  const ids = [...new Set(items.map((item) => item.objectId))] as Task['id'][];
  const tasks = await tx.tasks.byIds(ids);
  return new Map(tasks.filter((task) => task.state === 'open').map((task) => [task.id, task]));
}

/** Several items of one task become one reminder, as after a standstill. */
function groupItems(items: readonly DueItem[], tasks: ReadonlyMap<number, Task>): readonly DueTask[] {
  const found = new Map<number, DueTask>();
  for (const { objectId, kind } of items) {
    const task = tasks.get(objectId);
    if (!task) continue;
    if (kind === 'task.unanswered' && !isAsked(task)) continue;
    const known = found.get(objectId) ?? { task, remind: false, escalate: false, unanswered: false };
    found.set(objectId, { ...known, [TOLD_AS[kind] ?? 'remind']: true });
  }
  return [...found.values()];
}

async function planNextOverdue(
  tx: Pick<Tx, 'due'>,
  process: Process,
  items: readonly DueItem[],
  tasks: ReadonlyMap<number, Task>,
  now: Date,
): Promise<void> {
  const overdue = new Set(items.filter((item) => item.kind === 'task.overdue').map((item) => item.objectId));
  // Many tasks are due on the same day; the way over the business days is gone once for each.
  const instants = new Map<LocalDate, Date>();
  const work: DueWork[] = [];
  for (const objectId of overdue) {
    const due = tasks.get(objectId)?.due;
    if (!due) continue;
    const at = instants.get(due.date) ?? nextOverdueAt(process, due, now);
    instants.set(due.date, at);
    work.push({ kind: 'task.overdue', processId: process.id, objectId, at });
  }
  await tx.due.register(work);
}

async function sendReminders(
  tx: Tx,
  process: Process,
  reminders: ReadonlyMap<PersonId, readonly Reminder[]>,
  now: Date,
): Promise<void> {
  const all = [...reminders.values()].flat();
  const fact = await record(tx, process, now, BOT, 'task.remind', {
    people: reminders.size,
    tasks: [...new Set(all.map(({ task }) => idOf(task)))],
    escalated: [...new Set(all.filter(({ why }) => why === 'escalated').map(({ task }) => idOf(task)))],
  });
  const names = await namesOf(
    tx,
    all.map(({ task }) => task.assigneeId),
  );
  const moment = momentOf(now, process.zone);
  await tell(
    tx,
    fact,
    [...reminders].map(([personId, list]) => ({
      personId,
      card: (say) => reminderCard(say, { reminders: list, names, ...moment }),
    })),
  );
}
