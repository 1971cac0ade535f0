/** Gives a task another date. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { ShortId } from '../../../domain/labels.ts';
import { businessCalendarOf } from '../../../domain/process/process.ts';
import type { Task } from '../../../domain/task/task.ts';
import { localTime } from '../../../domain/time/calendar.ts';
import type { Deadline } from '../../../domain/time/deadline.ts';
import type { Tx } from '../../../ports/store.ts';
import { addSpan, type Span } from '../../../text/dates/span.ts';
import { mustLieAhead, processToday } from '../read/deadline.ts';
import { idOf, taskMeant } from '../read/meant.ts';
import { mustBeAllowedToChange } from '../read/standing.ts';
import { changeTask } from './change.ts';
import { mustBeOpen } from './close.ts';

/** @throws Refusal `task.isDone`, `task.isDropped`, `task.duePast`, `task.notYours` and those of `taskMeant` */
export async function setDue(tx: Tx, caller: ProcessCaller, ref: ShortId | null, due: Deadline): Promise<Task> {
  const task = await taskMeant(tx, caller, ref, { state: 'open' });
  return moveTo(tx, caller, task, due, 'due');
}

/**
 * Moves the date by a span, counted from today when it is over: who asks for a day more wants a day.
 * @throws Refusal `task.noDue`, `task.isDone`, `task.isDropped`, `task.duePast`, `task.notYours` and those of `taskMeant`
 */
export async function snoozeTask(tx: Tx, caller: ProcessCaller, ref: ShortId | null, span: Span): Promise<Task> {
  const task = await taskMeant(tx, caller, ref, { state: 'open', only: (open) => open.due !== null });
  if (!task.due) return refuse('task.noDue', { id: idOf(task) });
  return moveTo(tx, caller, task, later(caller, task.due, span), 'snooze');
}

function later(caller: ProcessCaller, due: Deadline, span: Span): Deadline {
  const today = processToday(caller);
  const over = due.date < today;
  const from = { date: over ? today : due.date, time: due.time ?? localTime('00:00') };
  const moved = addSpan(from, span, businessCalendarOf(caller.process));
  const timed = due.time !== null || span.unit === 'hour';
  return { date: moved.date, time: timed ? moved.time : null };
}

async function moveTo(tx: Tx, caller: ProcessCaller, task: Task, due: Deadline, verb: string): Promise<Task> {
  mustBeOpen(task);
  await mustBeAllowedToChange(tx, caller, task);
  mustLieAhead(caller, due);
  return (await changeTask(tx, caller, task, { verb, fields: { due }, data: { due } })).task;
}
