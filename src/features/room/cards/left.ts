/** What lead and coordination are told when somebody has left the chat. */

import { card, list, paragraph, text } from '../../../cards/build.ts';
import { shortId } from '../../../domain/labels.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';

export function personLeftCard(say: Phrases, name: string, tasks: readonly Pick<Task, 'number' | 'text'>[]): Card {
  const [first] = tasks;
  if (!first) return card('', [paragraph(say.line('person.left', { name }))]);
  const lines = tasks.map((task) => [text(shortId('task', task.number), 'bold'), text(` ${task.text}`)]);
  const command = typed(say.locale, 'task', 'assign', shortId('task', first.number), say.say('task.hint.person'));
  return card('', [
    paragraph(say.line('person.left', { name })),
    paragraph(say.line('person.leftTasks')),
    list(lines),
    paragraph(say.line('person.leftNext', { command: text(command, 'code') }), 'muted'),
  ]);
}
