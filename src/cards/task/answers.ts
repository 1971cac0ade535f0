/** The answers that only the person who changed a task sees. */
import type { LocalDate } from '../../domain/calendar.ts';
import type { Task } from '../../domain/task.ts';
import type { Phrases } from '../../text/phrases.ts';
import { actions, card, paragraph, text } from '../build.ts';
import type { Card } from '../model.ts';
import { undoButton } from './buttons.ts';
import { dueText } from './due.ts';
import { taskId } from './facts.ts';

export type Said = 'done' | 'dropped' | 'reopened' | 'accepted' | 'declined' | 'assigned' | 'moved' | 'commented';

/** One sentence, with the way back where the change can be undone. */
export function saidCard(say: Phrases, said: Said, task: Task, today: LocalDate): Card {
  const due = task.due ? dueText(say, task.due, today) : [text(say.say('task.due.none'))];
  const sentence = paragraph(say.line(`task.said.${said}`, { id: taskId(task), due }));
  return card('', said === 'commented' ? [sentence] : [sentence, actions(undoButton(say))]);
}

/** Shown where the card of the task is not: in a direct chat. */
export function createdCard(say: Phrases, tasks: readonly Task[], group: string): Card {
  const ids = new Intl.ListFormat(say.locale).format(tasks.map(taskId));
  const sentence = paragraph(say.line('task.said.created', { ids, group, total: tasks.length }));
  return card('', [sentence, actions(undoButton(say))]);
}

/** How the task stands after the undo. */
export function undoneCard(say: Phrases, task: Task): Card {
  return card('', [paragraph(say.line('task.said.undone', { id: taskId(task), state: task.state }))]);
}
