/** The facts of a task, the same on every card that shows one. */

import { type NameBook, person, text } from '../../../cards/build.ts';
import { shortId } from '../../../domain/labels.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Text } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import type { TaskView } from './view.ts';

export function taskId(task: Pick<Task, 'number'>): string {
  return shortId('task', task.number);
}

export function taskTitle(say: Phrases, task: Pick<Task, 'number'>): string {
  return say.say('task.title', { id: taskId(task) });
}

/** Who is to do it, and whether they said so. */
export function assigneeText(say: Phrases, task: Task, names: NameBook): Text {
  if (task.assigneeId === null) return say.line('task.assignee.none');
  const who = person(task.assigneeId, names, say);
  if (task.state !== 'open') return [who];
  return say.line(task.acceptedAt ? 'task.assignee.accepted' : 'task.assignee.asked', { who });
}

export function stateText(say: Phrases, { task, overdue, names }: Pick<TaskView, 'task' | 'overdue' | 'names'>): Text {
  if (task.state === 'open') return [text(say.say(overdue ? 'task.state.overdue' : 'task.state.open'))];
  if (task.closedBy === null) return [text(say.say(`task.state.${task.state}`))];
  return say.line(`task.state.${task.state}By`, { who: person(task.closedBy, names, say) });
}
