/** Tells those who can find somebody else that a task was given back. */

import { actions, card, paragraph, quote } from '../../../cards/build.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { takeButton, typedHint } from './buttons.ts';
import { taskId, taskTitle } from './facts.ts';
import { taskBody } from './taskCard.ts';
import type { TaskView } from './view.ts';

export interface Declined {
  readonly by: Pick<Person, 'id' | 'name'>;
  /** Empty when none was given. */
  readonly reason: string;
}

export function declinedCard(say: Phrases, view: TaskView, { by, reason }: Declined): Card {
  const who = { t: 'person', id: by.id, name: by.name } as const;
  const body = [
    paragraph(say.line('task.declined', { who, id: taskId(view.task) })),
    ...(reason === '' ? [] : [quote(reason)]),
    ...taskBody(say, { ...view, comments: [] }),
    paragraph(say.line('task.declined.next', { command: typedHint(say, 'assign', view.task) }), 'muted'),
    actions(takeButton(say, view.task)),
  ];
  return card(taskTitle(say, view.task), body, 'ping');
}
