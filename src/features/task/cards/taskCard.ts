/** A task as it stands in the room of its group, changed in place with every change. */

import { actions, card, fields, heading, list, paragraph, person } from '../../../cards/build.ts';
import type { Action, Card, Node, Text } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { acceptButton, doneButton, reopenButton, takeButton } from './buttons.ts';
import { dueNotes, taskDueText } from './due.ts';
import { assigneeText, stateText, taskTitle } from './facts.ts';
import type { TaskView } from './view.ts';

const COMMENTS_SHOWN = 3;

export function taskCard(say: Phrases, view: TaskView): Card {
  return card(taskTitle(say, view.task), [...taskBody(say, view), actions(...buttonsOf(say, view))]);
}

/** What, who, by when, its state and the last remarks; without buttons. */
export function taskBody(say: Phrases, view: TaskView): readonly Node[] {
  const { task, group } = view;
  return [
    paragraph([text(task.text, 'bold')]),
    fields([
      [say.say('task.field.assignee'), assigneeText(say, task, view.names)],
      [say.say('task.field.standIn'), standInText(say, view)],
      [say.say('task.field.due'), taskDueText(say, task, view.today)],
      [say.say('task.field.state'), stateText(say, view)],
      [say.say('task.field.group'), group.name],
      [say.say('task.field.source'), sourceText(say, task.permalink)],
    ]),
    ...dueNotes(say, task, view),
    ...remarks(say, view),
  ];
}

function buttonsOf(say: Phrases, { task }: TaskView): readonly Action[] {
  if (task.state !== 'open') return [reopenButton(say, task)];
  const done = doneButton(say, task);
  if (task.assigneeId === null) return [takeButton(say, task), done];
  return task.acceptedAt ? [done] : [done, acceptButton(say, task)];
}

function standInText(say: Phrases, { absence, task, names }: TaskView): Text | null {
  if (task.state !== 'open' || !absence?.deputyId) return null;
  return [person(absence.deputyId, names, say)];
}

/** The message out of which the task was made. */
function sourceText(say: Phrases, permalink: string | null): Text | null {
  return permalink === null ? null : [{ t: 'link', url: permalink, text: say.say('task.source') }];
}

function remarks(say: Phrases, { comments, names }: TaskView): readonly Node[] {
  const total = comments.length;
  if (total === 0) return [];
  const shown = comments.slice(-COMMENTS_SHOWN);
  const title = heading(say.say('task.comments', { total, shown: shown.length, hidden: total - shown.length }));
  return [title, list(shown.map((comment) => [person(comment.by, names, say), text(`: ${comment.text}`)]))];
}
