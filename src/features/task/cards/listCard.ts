/** A list of tasks, open ones by urgency. */

import { card, heading, list, paragraph } from '../../../cards/build.ts';
import type { Task } from '../../../domain/task/task.ts';
import { type Moment, URGENCIES, urgencyOf } from '../../../domain/task/taskDue.ts';
import type { Card, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { type LineOptions, taskLine } from './taskLine.ts';

export interface TaskListView extends LineOptions, Moment {
  readonly which: 'mine' | 'open' | 'late' | 'done' | 'all';
  /** Null: of the whole process. */
  readonly group: string | null;
  readonly tasks: readonly Task[];
}

const SHOWN = 25;

export function listCard(say: Phrases, view: TaskListView): Card {
  const title = say.say(`task.list.${view.which}`);
  const full = view.group === null || view.which === 'mine' ? title : `${title} – ${view.group}`;
  if (view.tasks.length === 0) return card(full, [paragraph(say.line(`task.list.empty.${view.which}`))]);
  const hidden = view.tasks.length - SHOWN;
  const more = hidden > 0 ? [paragraph(say.line('task.list.more', { hidden }), 'muted')] : [];
  return card(full, [...sections(say, view, view.tasks.slice(0, SHOWN)), ...more]);
}

function sections(say: Phrases, view: TaskListView, tasks: readonly Task[]): readonly Node[] {
  const open = tasks.filter((task) => task.state === 'open');
  const closed = tasks.filter((task) => task.state !== 'open');
  const byUrgency = URGENCIES.flatMap((urgency) =>
    section(
      say,
      view,
      say.say(`task.urgency.${urgency}`),
      open.filter(({ due }) => urgencyOf(due, view) === urgency),
    ),
  );
  const title = open.length > 0 ? say.say('task.urgency.closed') : null;
  return [...byUrgency, ...section(say, view, title, closed)];
}

function section(say: Phrases, view: TaskListView, title: string | null, tasks: readonly Task[]): readonly Node[] {
  if (tasks.length === 0) return [];
  const lines = list(tasks.map((task) => taskLine(say, task, view)));
  return title === null ? [lines] : [heading(title), lines];
}
