/** Every card about tasks as plain text, in both languages, with text that looks like markup. */
import { describe, expect, test } from '@jest/globals';
import type { GroupId, PersonId, ProcessId, TaskId } from '../../src/domain/ids.ts';
import type { Task } from '../../src/domain/task/task.ts';
import { localDate } from '../../src/domain/time/calendar.ts';
import { createdCard, saidCard, undoneCard } from '../../src/features/task/cards/answers.ts';
import { commentedCard } from '../../src/features/task/cards/commentedCard.ts';
import { declinedCard } from '../../src/features/task/cards/declinedCard.ts';
import { listCard } from '../../src/features/task/cards/listCard.ts';
import type { Reminder } from '../../src/features/task/cards/reminder.ts';
import { reminderCard } from '../../src/features/task/cards/reminderCard.ts';
import { movedOnCard, requestCard } from '../../src/features/task/cards/requestCard.ts';
import { taskCard } from '../../src/features/task/cards/taskCard.ts';
import type { TaskView } from '../../src/features/task/cards/view.ts';
import type { Card } from '../../src/message/model.ts';
import { plainLines } from '../../src/message/plain.ts';
import { LANGUAGES } from '../../src/text/catalogue.ts';
import { type Phrases, phrases } from '../../src/text/phrases.ts';
import { ZONE } from '../support/goldens.ts';
import { saidAlike } from '../support/saidAlike.ts';
import { expectInSlack } from '../support/slackGolden.ts';

const STAR = 'Bürger*innen und Migrant*innen, 2*3*4, _x_, <!channel>, @room, &, <b>';
const LEAD = 1 as PersonId;
const MEMBER = 2 as PersonId;
const DEPUTY = 3 as PersonId;
const names = new Map([
  [LEAD, 'Leitung AG Bildung'],
  [MEMBER, 'Mitglied *eins*'],
  [DEPUTY, 'Vertretung'],
]);
const now = new Date('2027-01-11T09:00:00+01:00');
const today = localDate('2027-01-11');
const zone = 'Europe/Berlin';

const task: Task = {
  id: 3 as TaskId,
  processId: 1 as ProcessId,
  groupId: 1 as GroupId,
  number: 3,
  text: STAR,
  state: 'open',
  assigneeId: MEMBER,
  acceptedAt: null,
  due: { date: localDate('2027-01-22'), time: null },
  createdBy: LEAD,
  createdAt: now,
  closedAt: null,
  closedBy: null,
  permalink: null,
};

const view: TaskView = {
  task,
  group: { name: 'AG Bildung & mehr' },
  comments: [],
  absence: null,
  today,
  overdue: false,
  calendar: { region: 'BY-KATH', closedDays: [] },
  names,
};

const done: Task = { ...task, state: 'done', closedAt: now, closedBy: MEMBER };
const comments = [1, 2, 3, 4].map((count) => ({ taskId: task.id, at: now, by: LEAD, text: `${count}: ${STAR}` }));
const dueOn = (date: string): Task => ({ ...task, due: { date: localDate(date), time: null } });
const remind = (say: Phrases, ...reminders: readonly Reminder[]) =>
  reminderCard(say, { reminders, names, now, today, zone });

const CARDS: Readonly<Record<string, (say: Phrases) => Card>> = {
  'a task that was asked for': (say) => taskCard(say, view),
  'a task accepted, its assignee away, with remarks': (say) =>
    taskCard(say, {
      ...view,
      task: { ...task, acceptedAt: now },
      comments,
      absence: { from: today, to: today, deputyId: DEPUTY },
    }),
  'a task of nobody without a date': (say) =>
    taskCard(say, { ...view, task: { ...task, assigneeId: null, due: null } }),
  'a task due on a Sunday': (say) => taskCard(say, { ...view, task: dueOn('2027-01-24') }),
  'a task overdue': (say) => taskCard(say, { ...view, task: dueOn('2027-01-08'), overdue: true }),
  'a task done': (say) => taskCard(say, { ...view, task: done }),
  'a task dropped by somebody who was erased': (say) =>
    taskCard(say, { ...view, task: { ...done, state: 'dropped', closedBy: 9 as PersonId } }),
  'a request': (say) => requestCard(say, view),
  'a request that was accepted': (say) => requestCard(say, { ...view, task: { ...task, acceptedAt: now } }),
  'a request for a task done meanwhile': (say) => requestCard(say, { ...view, task: done }),
  'a request that went to somebody else': (say) => movedOnCard(say, view),
  'a task declined with a reason': (say) =>
    declinedCard(
      say,
      { ...view, task: { ...task, assigneeId: null } },
      { by: { id: MEMBER, name: 'Mitglied' }, reason: STAR },
    ),
  'a remark told': (say) => commentedCard(say, view, { taskId: task.id, at: now, by: LEAD, text: `${STAR}\n${STAR}` }),
  'a reminder of one task': (say) => remind(say, { task, why: 'own' }),
  'a reminder of what is due today': (say) => remind(say, { task: dueOn('2027-01-11'), why: 'own' }),
  'a reminder of what is overdue': (say) => remind(say, { task: dueOn('2027-01-08'), why: 'own' }),
  'a reminder for somebody away': (say) => remind(say, { task, why: 'standIn' }),
  'a reminder of what nobody does': (say) => remind(say, { task: { ...task, assigneeId: null }, why: 'unassigned' }),
  'a request without an answer': (say) =>
    remind(say, { task: { ...dueOn('2027-01-22'), acceptedAt: null }, why: 'unanswered' }),
  'a task that is stuck': (say) => remind(say, { task: dueOn('2027-01-06'), why: 'escalated' }),
  'a reminder of two tasks': (say) =>
    remind(
      say,
      { task: dueOn('2027-01-08'), why: 'own' },
      { task: { ...dueOn('2027-01-05'), number: 4 }, why: 'escalated' },
    ),
  'a reminder of many tasks': (say) =>
    remind(
      say,
      ...['2027-01-08', '2027-01-11', '2027-01-13', '2027-02-11'].map((date, index) => ({
        task: { ...dueOn(date), number: index + 1 },
        why: 'own' as const,
      })),
    ),
  'a list of the open tasks': (say) =>
    listCard(say, {
      which: 'open',
      group: 'AG Bildung & mehr',
      tasks: [dueOn('2027-01-08'), task, { ...task, number: 5, due: null, assigneeId: null, text: `${STAR} ${STAR}` }],
      names,
      now,
      today,
      zone,
      withAssignee: true,
    }),
  'a list of all tasks, cut': (say) =>
    listCard(say, {
      which: 'all',
      group: null,
      tasks: [...Array.from({ length: 25 }, (_, index) => ({ ...task, text: 'Kurz', number: index + 1 })), done, done],
      names,
      now,
      today,
      zone,
      withAssignee: false,
    }),
  'an empty list': (say) =>
    listCard(say, { which: 'late', group: null, tasks: [], names, now, today, zone, withAssignee: true }),
  answers: (say) => ({
    title: '',
    attention: 'quiet',
    body: [
      ...(['done', 'dropped', 'reopened', 'accepted', 'declined', 'assigned', 'moved', 'commented'] as const).flatMap(
        (said) => saidCard(say, said, task, view).body.slice(0, 1),
      ),
      ...createdCard(say, [task, { ...task, number: 4 }], STAR).body.slice(0, 1),
      ...[task, done, { ...done, state: 'dropped' as const }].flatMap((undone) => undoneCard(say, undone, view).body),
    ],
  }),
};

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (locale) => {
  test.each(Object.keys(CARDS))('%s', async (name) => {
    const card = CARDS[name]?.(phrases(locale, ZONE));

    if (card && locale === 'de') expectInSlack(card, locale);
    if (card) await saidAlike(card, locale);
    expect(card && plainLines(card).join('\n')).toMatchSnapshot();
  });
});
