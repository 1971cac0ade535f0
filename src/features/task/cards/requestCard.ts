/** Asks one person to do a task; the message follows the task as long as it is theirs. */

import { actions, card, paragraph, person } from '../../../cards/build.ts';
import type { Action, Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { acceptButton, declineButton, doneButton, handBackButton, reopenButton } from './buttons.ts';
import { taskTitle } from './facts.ts';
import { taskBody } from './taskCard.ts';
import type { TaskView } from './view.ts';

/** As long as an answer is wanted it calls for attention, also when it was changed before it could be delivered. */
export function requestCard(say: Phrases, view: TaskView): Card {
  const { task, names } = view;
  const asked = task.state === 'open' && task.acceptedAt === null;
  const from = say.line('task.request', { who: person(task.createdBy, names, say) });
  const body = [...(asked ? [paragraph(from)] : []), ...taskBody(say, view), actions(...buttonsOf(say, view))];
  return card(taskTitle(say, task), body, asked ? 'ping' : 'quiet');
}

function buttonsOf(say: Phrases, { task }: TaskView): readonly Action[] {
  if (task.state !== 'open') return [reopenButton(say, task)];
  if (task.acceptedAt) return [doneButton(say, task), handBackButton(say, task)];
  return [acceptButton(say, task), declineButton(say, task), doneButton(say, task)];
}

/** The same message when the task is no longer this person's. */
export function movedOnCard(say: Phrases, view: TaskView): Card {
  return card(taskTitle(say, view.task), [paragraph(say.line('task.movedOn'), 'muted'), ...taskBody(say, view)]);
}
