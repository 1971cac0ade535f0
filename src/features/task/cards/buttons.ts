/** The buttons of tasks. */

import { action, text } from '../../../cards/build.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Action, Inline } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';
import { taskId } from './facts.ts';

type Numbered = Pick<Task, 'number'>;

export function doneButton(say: Phrases, task: Numbered): Action {
  return action(say, { family: 'task', verb: 'done', args: { task: taskId(task) }, style: 'primary', emoji: '✅' });
}

export function acceptButton(say: Phrases, task: Numbered): Action {
  return action(say, { family: 'task', verb: 'accept', args: { task: taskId(task) }, emoji: '👍' });
}

/** For what nobody is responsible for yet. */
export function takeButton(say: Phrases, task: Numbered): Action {
  return action(say, { family: 'task', verb: 'accept', variant: 'take', args: { task: taskId(task) }, emoji: '🙋' });
}

export function declineButton(say: Phrases, task: Numbered): Action {
  return action(say, { family: 'task', verb: 'decline', args: { task: taskId(task) }, emoji: '👎' });
}

/** Gives back what was accepted before. */
export function handBackButton(say: Phrases, task: Numbered): Action {
  return action(say, {
    family: 'task',
    verb: 'decline',
    variant: 'handBack',
    args: { task: taskId(task) },
    emoji: '↩️',
  });
}

export function reopenButton(say: Phrases, task: Numbered): Action {
  return action(say, { family: 'task', verb: 'reopen', args: { task: taskId(task) }, emoji: '🔄' });
}

/** Spans by the names of their words, in a form that no language owns. */
const SPANS = { day: 'P1D', week: 'P1W' } as const;

/** `variant` is the key of the words for the span, which are what is typed. */
export function snoozeButton(say: Phrases, task: Numbered, variant: keyof typeof SPANS): Action {
  const span = say.say(`task.span.${variant}`);
  const emoji = variant === 'day' ? '⏳' : '📆';
  const args = { task: taskId(task), length: SPANS[variant] };
  return action(say, { family: 'task', verb: 'snooze', variant, args, rest: [taskId(task), span], emoji });
}

export function undoButton(say: Phrases): Action {
  return action(say, { family: 'task', verb: 'undo', emoji: '↩️' });
}

/** A command to be typed, because it needs a name or a date. */
export function typedHint(say: Phrases, verb: 'assign' | 'due', task: Numbered): Inline {
  const rest = say.say(verb === 'assign' ? 'task.hint.person' : 'task.hint.date');
  return text(typed(say.locale, 'task', verb, taskId(task), rest), 'code');
}
