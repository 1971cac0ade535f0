/** Gathers what has happened in a process, what is stuck, and what comes next. */

import { namesOf } from '../../../acting/names.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { businessCalendarOf, type Process } from '../../../domain/process/process.ts';
import type { Task } from '../../../domain/task/task.ts';
import { daysLate } from '../../../domain/task/taskDue.ts';
import { coordinatorEscalationOn } from '../../../domain/task/taskLadder.ts';
import { localDateOf } from '../../../domain/time/calendar.ts';
import type { Tx } from '../../../ports/store.ts';
import { resultFacts } from '../../result/read/digestFacts.ts';
import { roundFacts } from '../../round/read/digestFacts.ts';
import { type TaskFacts, taskFacts } from '../../task/read/digestFacts.ts';
import { voteFacts } from '../../vote/read/digestFacts.ts';
import type { Digest, LateTask } from '../cards/digest.ts';
import { roundReturns, unheard } from './heard.ts';
import { upcoming } from './upcoming.ts';

/** Events in [from, to); what is late, open or to come as it stands now. */
export async function composeDigest(tx: Tx, process: Process, from: Date, to: Date, head: string): Promise<Digest> {
  const tasks = await taskFacts(tx, process, from, to);
  const rounds = await roundFacts(tx, process, from, to);
  const results = await resultFacts(tx, process, from, to);
  const votes = await voteFacts(tx, process, from, to);
  const open = new Set(votes.open.map(({ vote }) => vote.resultId));
  const submitted = await tx.results.list(process.id, { state: 'submitted' });
  return {
    process: process.name,
    from: localDateOf(from, process.zone),
    to: localDateOf(to, process.zone),
    created: {
      tasks: tasks.created.filter((task) => task.state === 'open'),
      rounds: rounds.opened,
      results: results.drafted,
    },
    closed: tasks.closed,
    standing: await named(tx, process, tasks.standing),
    overdue: await byGroup(tx, process, tasks.overdue, to),
    rounds: await roundReturns(tx, rounds),
    submitted: submitted.filter((result) => !open.has(result.id)),
    votes: votes.open,
    decided: votes.decided,
    withdrawn: votes.withdrawn,
    upcoming: await upcoming(tx, process, to, { rounds: rounds.open, votes: votes.open }),
    unheard: await unheard(tx, process),
    undeliverable: await tx.outbox.undeliverable(process.id, from),
    head,
    names: await namesOf(tx, assignees([...tasks.created, ...tasks.closed, ...tasks.overdue])),
  };
}

function assignees(tasks: readonly Task[]): readonly (PersonId | null)[] {
  return tasks.map((task) => task.assigneeId);
}

/** Archived groups have nothing more to do. */
async function named(
  tx: Pick<Tx, 'groups'>,
  process: Process,
  standing: TaskFacts['standing'],
): Promise<Digest['standing']> {
  const groups = await tx.groups.ofProcess(process.id);
  return groups.flatMap(({ id, name }) =>
    standing.filter(({ groupId }) => groupId === id).map((counts) => ({ ...counts, group: name })),
  );
}

async function byGroup(
  tx: Pick<Tx, 'groups'>,
  process: Process,
  overdue: readonly Task[],
  now: Date,
): Promise<Digest['overdue']> {
  const groups = new Map<Task['groupId'], LateTask[]>();
  for (const task of overdue) {
    const late = groups.get(task.groupId) ?? [];
    groups.set(task.groupId, [...late, lateTask(process, task, now)]);
  }
  const named: { group: string; tasks: readonly LateTask[] }[] = [];
  for (const [id, tasks] of groups) named.push({ group: (await tx.groups.byId(id))?.name ?? '', tasks });
  return named;
}

function lateTask(process: Process, task: Task, now: Date): LateTask {
  const today = localDateOf(now, process.zone);
  const stuck = task.due !== null && coordinatorEscalationOn(task.due, businessCalendarOf(process)) <= today;
  return { task, days: daysLate(task, today), stuck };
}
