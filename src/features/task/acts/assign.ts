/** Passes a task on: asking somebody, accepting, taking over, declining. */

import { tell } from '../../../acting/announce.ts';
import { mustBelong } from '../../../acting/belongs.ts';
import type { ProcessCaller } from '../../../acting/caller.ts';
import { leadsOf } from '../../../acting/leads.ts';
import { refuse } from '../../../domain/failure.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { ShortId } from '../../../domain/labels.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Tx } from '../../../ports/store.ts';
import { declinedCard } from '../cards/declinedCard.ts';
import { idOf, taskMeant } from '../read/meant.ts';
import { mustBeAllowedToChange, mustBeResponsible, mustTakePart } from '../read/standing.ts';
import { changeTask } from './change.ts';
import { mustBeOpen } from './close.ts';
import { askAssignee } from './request.ts';

/** @throws Refusal `task.isAssigned`, `task.isDone`, `task.isDropped`, `person.outside`, `task.notYours` and those of `taskMeant` */
export async function assignTask(tx: Tx, caller: ProcessCaller, ref: ShortId | null, to: Person): Promise<Task> {
  const task = await taskMeant(tx, caller, ref, { state: 'open' });
  mustBeOpen(task);
  if (task.assigneeId === to.id) refuse('task.isAssigned', { id: idOf(task), name: to.name });
  await mustBeAllowedToChange(tx, caller, task);
  await mustBelong(tx, caller.process, to);
  const {
    task: assigned,
    file,
    view,
    fact,
  } = await changeTask(tx, caller, task, {
    verb: 'assign',
    fields: { assigneeId: to.id, acceptedAt: to.id === caller.person.id ? caller.now : null },
    data: { assignee: to.token },
  });
  await askAssignee(tx, fact, file, view);
  return assigned;
}

/** Accepts what one was asked to do, or takes what nobody does yet. @throws Refusal `task.isAccepted`, `task.isDone`, `task.isDropped`, `task.notAsked`, `task.notMember` and those of `taskMeant` */
export async function acceptTask(tx: Tx, caller: ProcessCaller, ref: ShortId | null): Promise<Task> {
  const task = await taskMeant(tx, caller, ref, { state: 'open', only: (open) => open.acceptedAt === null });
  mustBeOpen(task);
  if (task.assigneeId === null) await mustTakePart(tx, caller, task);
  else await mustBeResponsible(tx, caller, task);
  if (task.acceptedAt) refuse('task.isAccepted', { id: idOf(task) });
  const fields = { assigneeId: task.assigneeId ?? caller.person.id, acceptedAt: caller.now };
  return (await changeTask(tx, caller, task, { verb: 'accept', fields })).task;
}

/** Gives a task back; whoever can find somebody else is told. @throws Refusal `task.isDone`, `task.isDropped`, `task.notAsked` and those of `taskMeant` */
export async function declineTask(tx: Tx, caller: ProcessCaller, ref: ShortId | null, reason: string): Promise<Task> {
  const task = await taskMeant(tx, caller, ref, { state: 'open', only: (open) => open.assigneeId !== null });
  mustBeOpen(task);
  await mustBeResponsible(tx, caller, task);
  if (reason !== '') {
    await tx.tasks.comment({ taskId: task.id, at: caller.now, by: caller.person.id, text: reason });
  }
  const fields = { assigneeId: null, acceptedAt: null };
  const { task: declined, view, fact } = await changeTask(tx, caller, task, { verb: 'decline', fields });
  const told = new Set<PersonId>([task.createdBy, ...(await leadsOf(tx, caller.process, task.groupId))]);
  told.delete(caller.person.id);
  const card = { by: caller.person, reason };
  await tell(
    tx,
    fact,
    [...told].map((personId) => ({ personId, card: (say) => declinedCard(say, view, card) })),
  );
  return declined;
}
