/** Which use case does which kind of due work. */
import { digestDue } from '../usecases/digest/due.ts';
import type { DueHandler } from '../usecases/due.ts';
import { roundDue } from '../usecases/rounds/due.ts';
import { remindOfTasks } from '../usecases/tasks/remind.ts';
import { voteDue } from '../usecases/votes/due.ts';

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
