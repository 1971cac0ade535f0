/** The verbs of `/task` that change one task. Who may is checked by the act: it depends on the task. */

import { inProcess, type ProcessCaller, voiceFor } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { businessCalendarOf } from '../../../domain/process/process.ts';
import type { Task } from '../../../domain/task/task.ts';
import { dateRest } from '../../../grammar/args/dates.ts';
import { people } from '../../../grammar/args/people.ts';
import { reason } from '../../../grammar/args/reason.ts';
import { ref } from '../../../grammar/args/refs.ts';
import { spanRest } from '../../../grammar/args/spans.ts';
import { text } from '../../../grammar/args/text.ts';
import { command } from '../../../grammar/declaration.ts';
import type { Card } from '../../../message/model.ts';
import { acceptTask, assignTask, declineTask } from '../acts/assign.ts';
import { dropTask, finishTask, reopenTask } from '../acts/close.ts';
import { commentTask } from '../acts/comment.ts';
import { setDue, snoozeTask } from '../acts/move.ts';
import { type Said, saidCard } from '../cards/answers.ts';
import { processToday } from '../read/deadline.ts';

/** Left out where it can only be one. */
const task = ref('task', { optional: true });

/** The act asks what the person is to the task, so that it works from every room. */
const keeper = { family: 'task', who: 'assignee', where: 'process' } as const;

function said(caller: ProcessCaller, what: Said, changed: Task): Card {
  const days = { today: processToday(caller), calendar: businessCalendarOf(caller.process) };
  return saidCard(voiceFor(caller), what, changed, days);
}

export const done = command({
  ...keeper,
  verb: 'done',
  effect: 'changes',
  args: { task },
  async run(tx, caller, args) {
    const known = inProcess(caller);
    return said(known, 'done', await finishTask(tx, known, args.task));
  },
});

export const drop = command({
  ...keeper,
  verb: 'drop',
  effect: 'changes',
  args: { task },
  async run(tx, caller, args) {
    const known = inProcess(caller);
    return said(known, 'dropped', await dropTask(tx, known, args.task));
  },
});

export const reopen = command({
  ...keeper,
  verb: 'reopen',
  effect: 'changes',
  args: { task },
  async run(tx, caller, args) {
    const known = inProcess(caller);
    return said(known, 'reopened', await reopenTask(tx, known, args.task));
  },
});

export const assign = command({
  ...keeper,
  verb: 'assign',
  effect: 'changes',
  args: { task, who: people() },
  async run(tx, caller, args) {
    const known = inProcess(caller);
    const [to, another] = args.who;
    if (!to || another) return refuse('task.oneAssignee');
    return said(known, 'assigned', await assignTask(tx, known, args.task, to));
  },
});

export const accept = command({
  ...keeper,
  verb: 'accept',
  effect: 'changes',
  who: 'taker',
  args: { task },
  async run(tx, caller, args) {
    const known = inProcess(caller);
    return said(known, 'accepted', await acceptTask(tx, known, args.task));
  },
});

export const decline = command({
  ...keeper,
  verb: 'decline',
  effect: 'changes',
  who: 'asked',
  args: { task, reason: reason() },
  async run(tx, caller, args) {
    const known = inProcess(caller);
    return said(known, 'declined', await declineTask(tx, known, args.task, args.reason));
  },
});

export const due = command({
  ...keeper,
  verb: 'due',
  effect: 'changes',
  args: { task, date: dateRest() },
  async run(tx, caller, args) {
    const known = inProcess(caller);
    return said(known, 'moved', await setDue(tx, known, args.task, args.date));
  },
});

export const snooze = command({
  ...keeper,
  verb: 'snooze',
  effect: 'changes',
  args: { task, length: spanRest() },
  async run(tx, caller, args) {
    const known = inProcess(caller);
    return said(known, 'moved', await snoozeTask(tx, known, args.task, args.length));
  },
});

export const comment = command({
  ...keeper,
  verb: 'comment',
  effect: 'changes',
  who: 'ofGroup',
  args: { task, text: text() },
  async run(tx, caller, args) {
    const known = inProcess(caller);
    return said(known, 'commented', await commentTask(tx, known, args.task, args.text));
  },
});
