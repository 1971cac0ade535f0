/** One task in a line of a list. */

import { type NameBook, person } from '../../../cards/build.ts';
import { deadlineLine } from '../../../cards/date.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { Text } from '../../../message/model.ts';
import { excerpt } from '../../../text/excerpt.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { taskId } from './facts.ts';

const TEXT_LENGTH = 120;

export interface LineOptions {
  readonly names: NameBook;
  readonly today: LocalDate;
  /** Left out where every task is the reader's own. */
  readonly withAssignee: boolean;
}

export function taskLine(say: Phrases, task: Task, { names, today, withAssignee }: LineOptions): Text {
  const due = task.state === 'open' && task.due ? [text(' · '), ...deadlineLine(say, task.due, today)] : [];
  const closed = task.state === 'open' ? [] : [text(` · ${say.say(`task.state.${task.state}`)}`)];
  const who = withAssignee && task.assigneeId !== null ? [text(' · '), person(task.assigneeId, names, say)] : [];
  return [text(taskId(task), 'bold'), text(` ${excerpt(task.text, TEXT_LENGTH)}`), ...who, ...due, ...closed];
}
