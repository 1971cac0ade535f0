/** The answers that only the person who changed a task sees. */

import { actions, card, paragraph, sentence } from '../../../cards/build.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Card } from '../../../message/model.ts';
import { listOf } from '../../../text/lists.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { undoButton } from './buttons.ts';
import { dueNotes, taskDueText } from './due.ts';
import { taskId } from './facts.ts';
import type { TaskView } from './view.ts';

export type Said = 'done' | 'dropped' | 'reopened' | 'accepted' | 'declined' | 'assigned' | 'moved' | 'commented';

/** When it is answered, and which days are business days. */
type Days = Pick<TaskView, 'today' | 'calendar'>;

/** One sentence, with the way back where the change can be undone. */
export function saidCard(say: Phrases, said: Said, task: Task, days: Days): Card {
  const due = taskDueText(say, task, days.today);
  const line = paragraph(say.line(`task.said.${said}`, { id: taskId(task), due }));
  const notes = said === 'moved' ? dueNotes(say, task, days) : [];
  return card('', said === 'commented' ? [line] : [line, ...notes, actions(undoButton(say))]);
}

/** Shown where the card of the task is not: in a direct chat. */
export function createdCard(say: Phrases, tasks: readonly Task[], group: string): Card {
  const ids = listOf(say.locale, tasks.map(taskId));
  const line = paragraph(say.line('task.said.created', { ids, group, total: tasks.length }));
  return card('', [line, actions(undoButton(say))]);
}

/** How the task stands after the undo. */
export function undoneCard(say: Phrases, task: Task, { today }: Pick<Days, 'today'>): Card {
  const state = say.say(`task.state.${task.state}`);
  return sentence(say.line('task.said.undone', { id: taskId(task), state, due: taskDueText(say, task, today) }));
}
