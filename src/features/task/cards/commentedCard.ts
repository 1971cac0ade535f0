/** Tells one person of a remark on a task. */

import { card, paragraph, person, quote, text } from '../../../cards/build.ts';
import type { TaskComment } from '../../../domain/task/task.ts';
import type { Card } from '../../../message/model.ts';
import { excerpt } from '../../../text/excerpt.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { taskId } from './facts.ts';
import type { TaskView } from './view.ts';

const SUBJECT_LENGTH = 80;

export function commentedCard(say: Phrases, { task, names }: TaskView, comment: TaskComment): Card {
  const about = text(excerpt(task.text, SUBJECT_LENGTH));
  const line = say.line('task.commented', { who: person(comment.by, names, say), id: taskId(task), about });
  return card('', [paragraph(line), quote(comment.text)]);
}
