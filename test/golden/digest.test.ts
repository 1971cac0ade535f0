import { expect, test } from '@jest/globals';
import type { GroupId, PersonId, ProcessId, RoundId, TaskId } from '../../src/domain/ids.ts';
import type { InputRound } from '../../src/domain/round/inputRound.ts';
import type { Task } from '../../src/domain/task/task.ts';
import { localDate } from '../../src/domain/time/calendar.ts';
import type { Digest, LateTask } from '../../src/features/digest/cards/digest.ts';
import { digestCard } from '../../src/features/digest/cards/digestCard.ts';
import { inEveryLanguage, STAR } from '../support/goldens.ts';

const at = new Date('2027-01-12T09:00:00Z');
const MEMBER = 1 as PersonId;
const DUE = { date: localDate('2027-01-06'), time: null };

const QUIET: Digest = {
  process: 'Integrationskonzept <b>',
  from: localDate('2027-01-11'),
  to: localDate('2027-01-18'),
  created: { tasks: [], rounds: [], results: [] },
  closed: [],
  standing: [],
  overdue: [],
  rounds: [],
  submitted: [],
  votes: [],
  decided: [],
  withdrawn: [],
  upcoming: [],
  unheard: [],
  undeliverable: 0,
  head: '0123456789abcdef'.repeat(4),
  names: new Map([[MEMBER, 'Mitglied *eins*']]),
};

function task(number: number, change: Partial<Task> = {}): Task {
  return {
    id: number as TaskId,
    processId: 1 as ProcessId,
    groupId: 1 as GroupId,
    number,
    text: STAR,
    state: 'open',
    assigneeId: MEMBER,
    acceptedAt: null,
    due: DUE,
    createdBy: MEMBER,
    createdAt: at,
    closedAt: null,
    closedBy: null,
    permalink: null,
    ...change,
  };
}

const round: InputRound = {
  id: 1 as RoundId,
  processId: 1 as ProcessId,
  groupId: 1 as GroupId,
  number: 2,
  question: STAR,
  anonymity: 'named',
  deadline: { date: localDate('2027-01-25'), time: null },
  state: 'open',
  openedBy: MEMBER,
  openedAt: at,
  closedAt: null,
  closedAtDatabase: null,
};

function late(number: number, change: Partial<LateTask> = {}): LateTask {
  return { task: task(number), days: 12, stuck: true, ...change };
}

test('a quiet week', () => {
  expect(inEveryLanguage((say) => digestCard(say, QUIET))).toMatchSnapshot();
});

test('tasks, rounds, kinds not heard and messages not delivered, with text that looks like markup', () => {
  const digest: Digest = {
    ...QUIET,
    created: { tasks: [task(3, { due: null, assigneeId: null })], rounds: [round], results: [] },
    closed: [task(1, { state: 'done' }), task(2, { state: 'dropped' })],
    overdue: [
      {
        group: 'AG *Bildung*',
        tasks: [late(4), late(5, { days: 0, stuck: false, task: task(5, { assigneeId: null }) })],
      },
    ],
    rounds: [
      {
        round,
        answered: 1,
        invited: 3,
        byKind: [
          { kind: 'education', answered: 1, invited: 2 },
          { kind: null, answered: 0, invited: 1 },
        ],
      },
      {
        round: { ...round, number: 3, anonymity: 'anonymous', state: 'closed' },
        answered: 4,
        invited: 9,
        byKind: null,
      },
    ],
    standing: [
      { group: 'AG Arbeit', done: 4, open: 2, late: 1 },
      { group: STAR, done: 0, open: 3, late: 0 },
    ],
    upcoming: [{ id: 'R-2', what: 'round', title: STAR, deadline: round.deadline }],
    unheard: ['volunteers', 'business'],
    undeliverable: 2,
  };

  expect(inEveryLanguage((say) => digestCard(say, digest))).toMatchSnapshot();
});

test('long lists are cut, and say how much is left out', () => {
  const many = Array.from({ length: 14 }, (_, index) => index + 1);
  const overdue = [{ group: 'AG Arbeit', tasks: many.map((number) => late(number)) }];

  const shown = inEveryLanguage((say) => digestCard(say, { ...QUIET, closed: many.map((n) => task(n)), overdue }));

  expect(shown.match(/4 weitere Einträge/g)).toHaveLength(2);
  expect(shown.match(/and 4 more/g)).toHaveLength(2);
});
