/** Creates tasks: one for each person named, so that nobody waits for the other. */

import { postToGroup } from '../../../acting/announce.ts';
import { mustBelong } from '../../../acting/belongs.ts';
import type { GroupCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { Deadline } from '../../../domain/time/deadline.ts';
import { taskTopic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { taskCard } from '../cards/taskCard.ts';
import { plannedFor } from '../due/schedule.ts';
import { mustLieAhead } from '../read/deadline.ts';
import { idOf } from '../read/meant.ts';
import { taskView } from '../read/view.ts';
import { askAssignee } from './request.ts';

export interface NewTask {
  readonly text: string;
  readonly people: readonly Person[];
  readonly due: Deadline | null;
}

/** @throws Refusal `task.duePast`, `person.outside` */
export async function addTasks(tx: Tx, caller: GroupCaller, input: NewTask): Promise<readonly Task[]> {
  if (input.due) mustLieAhead(caller, input.due);
  for (const person of input.people) await mustBelong(tx, caller.process, person);
  const assignees = input.people.length > 0 ? input.people : [null];
  const tasks: Task[] = [];
  for (const assignee of assignees) tasks.push(await addTask(tx, caller, input, assignee));
  return tasks;
}

async function addTask(tx: Tx, caller: GroupCaller, input: NewTask, assignee: Person | null): Promise<Task> {
  const task = await tx.tasks.create({
    processId: caller.process.id,
    groupId: caller.group.id,
    number: await tx.processes.nextNumber(caller.process.id, 'task'),
    text: input.text,
    assigneeId: assignee?.id ?? null,
    acceptedAt: assignee?.id === caller.person.id ? caller.now : null,
    due: input.due,
    createdBy: caller.person.id,
    createdAt: caller.now,
    permalink: caller.permalink,
  });
  // Nothing is planned for it yet, and nothing has happened to it.
  const people = new Map([caller.person, ...(assignee ? [assignee] : [])].map((person) => [person.id, person]));
  const file = { task, group: caller.group, changes: [], comments: [], people };
  await tx.due.register(plannedFor(caller.process, file, caller.now));
  const fact = await record(tx, caller.process, caller.now, caller.person, 'task.add', {
    task: idOf(task),
    group: caller.group.id,
    assignee: assignee?.token ?? null,
    due: input.due,
  });
  const view = await taskView(tx, caller.process, file, caller.now);
  await postToGroup(tx, fact, caller.group, taskTopic(task), (say) => taskCard(say, view));
  await askAssignee(tx, fact, file, view);
  return task;
}
