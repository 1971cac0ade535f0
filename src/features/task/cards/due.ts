/** The date of a task in words. */

import { paragraph } from '../../../cards/build.ts';
import { deadlineLeaf, deadlineLine } from '../../../cards/date.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { Node, Text } from '../../../message/model.ts';
import { dateNotes, noteText } from '../../../text/dates/notes.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import type { TaskView } from './view.ts';

/** The date of any task: how far it is away matters only while the task is open. */
export function taskDueText(say: Phrases, { due, state }: Pick<Task, 'due' | 'state'>, today: LocalDate): Text {
  if (!due) return [text(say.say('task.due.none'))];
  return state === 'open' ? deadlineLine(say, due, today) : [deadlineLeaf(say, due)];
}

/** Says that the day is no business day, and offers the next one. That it is over, the state says. */
export function dueNotes(
  say: Phrases,
  { due, state }: Pick<Task, 'due' | 'state'>,
  { today, calendar }: Pick<TaskView, 'today' | 'calendar'>,
): readonly Node[] {
  if (!due || state !== 'open') return [];
  const notes = dateNotes(due, today, calendar).filter((note) => note.kind !== 'past');
  return notes.map((note) => paragraph(noteText(say.locale, due.date, note), 'muted'));
}
