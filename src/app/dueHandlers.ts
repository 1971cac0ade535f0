/** Which feature does which kind of due work. */

import type { DueHandler } from '../acting/dueHandler.ts';
import { digestDue } from '../features/digest/due/handlers.ts';
import { roundDue } from '../features/round/due/handlers.ts';
import { remindOfTasks } from '../features/task/due/remind.ts';
import { voteDue } from '../features/vote/due/handlers.ts';

const HANDLERS: Readonly<Record<string, DueHandler>> = {
  task: remindOfTasks,
  round: roundDue,
  vote: voteDue,
  digest: digestDue,
};

export function dueHandlerOf(subject: string): DueHandler {
  const handler = HANDLERS[subject];
  if (!handler) throw new Error(`Nothing handles due work of ${subject}`);
  return handler;
}
