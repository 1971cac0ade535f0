/** Who is reminded of what, and when. */
import { rulesOf } from '../rule.ts';

const TIME = ['test/unit/domain/time/'];
const LADDER = ['test/unit/domain/task/', 'test/unit/features/task/remind'];
const TASK = ['test/unit/features/task/'];

export const reminders = [
  ...rulesOf('reminders', 'src/domain/time/contactTime.ts', TIME, {
    'not-early': [
      'Nobody is written to before eight',
      'time >= CONTACT_OPENS && time < CONTACT_CLOSES',
      'time < CONTACT_CLOSES',
    ],
    'not-late': ['Nor from six in the evening', 'time < CONTACT_CLOSES && ', 'time <= CONTACT_CLOSES && '],
    'business-day': ['Nor on a day off', ' && isBusinessDay(localDateOf(at, zone), calendar)', ''],
  }),
  ...rulesOf('reminders', 'src/domain/time/businessDays.ts', TIME, {
    weekend: ['Saturday is no business day', 'weekdayOf(date) >= 6', 'weekdayOf(date) >= 7'],
    eves: ['Nor is Christmas Eve', "['12-24', '12-31']", "['12-31']"],
    'closed-days': ['Nor a day the town has closed', ' || calendar.closedDays.includes(date)', ''],
  }),
  ...rulesOf('reminders', 'src/domain/time/deadline.ts', TIME, {
    'whole-day': [
      'A day without a time lasts until midnight',
      "addDays(deadline.date, 1), localTime('00:00')",
      "deadline.date, localTime('00:00')",
    ],
    apart: [
      'Two reminders are twelve hours apart',
      'at.getTime() <= nextMessage - APART_MS',
      'at.getTime() <= nextMessage',
    ],
    'after-opening': ['No last call before the opening', 'return at > openedAt ? at : null;', 'return at;'],
    'day-before': ['The last call comes a day before', 'getTime() - LAST_CALL_MS', 'getTime()'],
  }),
  ...rulesOf('reminders', 'src/domain/task/taskLadder.ts', LADDER, {
    'urgent-first': [
      'A step that would not come before a more urgent one is left out',
      'steps.slice(index + 1).every((urgent) => on < urgent.on)',
      'steps.slice(index + 1).every((urgent) => on <= urgent.on)',
    ],
    'early-due': [
      'What is due at eight is reminded of the day before',
      'due.time <= CONTACT_OPENS',
      'due.time < CONTACT_OPENS',
    ],
    escalation: [
      'After three business days the lead is told',
      'const ESCALATION_AFTER = 3;',
      'const ESCALATION_AFTER = 4;',
    ],
    'week-before': [
      'A week before, on a business day',
      'previousBusinessDay(addDays(due.date, -7), calendar)',
      'addDays(due.date, -7)',
    ],
    answer: [
      'After three business days without an answer the lead is told',
      'const ANSWER_WITHIN = 3;',
      'const ANSWER_WITHIN = 2;',
    ],
  }),
  ...rulesOf('reminders', 'src/features/task/read/recipients.ts', TASK, {
    'switched-off': [
      'Whoever switched reminders off gets none',
      "if (why !== 'escalated' && people.get(personId)?.reminders === false) return;",
      '',
    ],
    'told-once': ['Nobody is told of a task twice', '!list.some((known) => known.task.id === task.id)', 'true'],
    'lead-not-self': [
      'Nobody is told that they themselves are late',
      'leaders.filter((lead) => lead !== task.assigneeId)',
      'leaders',
    ],
    'stand-in': [
      'The deputy of one who is away is reminded',
      "else if (standIn !== null) add(standIn, task, 'standIn');",
      '',
    ],
  }),
  ...rulesOf('reminders', 'src/features/task/due/remind.ts', TASK, {
    'done-is-done': [
      'Nobody is reminded of what is done',
      "filter((task) => task.state === 'open')",
      'filter(() => true)',
    ],
    'three-days': ['No flood of old reminders', '<= CATCH_UP_WINDOW_MS);', '<= Number.POSITIVE_INFINITY);'],
  }),
  ...rulesOf('reminders', 'src/features/vote/due/handlers.ts', ['test/unit/features/vote/'], {
    'vote-three-days': ['An old reminder of a vote that runs on is not sent late', 'else if (late) continue;', ''],
  }),
  ...rulesOf('reminders', 'src/features/vote/due/remind.ts', ['test/unit/features/vote/'], {
    'only-missing': [
      'Who has voted is not reminded',
      'filter((seat) => missing.includes(seat.holderId))',
      'filter(() => true)',
    ],
    'vote-switched-off': [
      'Nor who switched reminders off',
      'filter((person) => person.reminders)',
      'filter(() => true)',
    ],
    'over-reminds-nobody': [
      'Nobody is reminded of a vote that is over',
      ' || isOver(file.vote, process, now)) return;',
      ') return;',
    ],
    'secret-missing': [
      'In a confidential vote the chair learns no names',
      'view.vote.rule.secret ? null : missing',
      'missing',
    ],
  }),
  ...rulesOf('reminders', 'src/features/round/due/handlers.ts', ['test/unit/features/round/'], {
    'asker-knows': [
      'Whoever asks is not reminded of the question',
      'filter((personId) => personId !== round.openedBy)',
      'filter(() => true)',
    ],
    'anonymous-kinds': [
      'In an anonymous round nobody is told which side is missing',
      "stage === 'halfTime' && round.anonymity === 'named'",
      "stage === 'halfTime'",
    ],
    'round-three-days': ['An old reminder of a round that runs on is not sent late', 'if (late) return;', ''],
  }),
  ...rulesOf('reminders', 'src/domain/round/participation.ts', ['test/unit/domain/round/'], {
    'behalf-no-answer': [
      "Another person's voice is no answer of one's own",
      'filter((c) => c.behalfOf === null)',
      'filter(() => true)',
    ],
    'withdrawn-no-answer': [
      'What was withdrawn is no answer',
      'filter((contribution) => contribution.withdrawnAt === null)',
      'filter(() => true)',
    ],
  }),
  ...rulesOf('reminders', 'src/domain/time/due.ts', [...TIME, 'test/unit/app/dueWork'], {
    'close-first': [
      'What ends comes before what reminds',
      "  ['vote.close', 'round.close'],\n  ['vote.halfTime', 'vote.lastCall'],",
      "  ['vote.halfTime', 'vote.lastCall'],\n  ['vote.close', 'round.close'],",
    ],
    'retry-bounded': [
      'A failing item is tried at least once an hour',
      'Math.min(LONGEST_RETRY_MS, ',
      'Math.max(LONGEST_RETRY_MS, ',
    ],
  }),
  ...rulesOf('reminders', 'src/domain/time/dueOrder.ts', TIME, {
    'last-of-each': ['After a standstill one reminder an object', 'last.get(item.objectId) === item', 'true'],
    'one-bundle': [
      'One subject of a stage is one bundle',
      'last?.stage === stage && last.subject === subject',
      'false',
    ],
  }),
  ...rulesOf('reminders', 'src/domain/person/absence.ts', [...TASK, 'test/unit/features/me/'], {
    'last-day-away': ['The last day away is a day away', 'day <= person.absence.to', 'day < person.absence.to'],
  }),
];
