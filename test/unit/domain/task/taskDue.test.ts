/** How urgent a task is: the borders of the day, the week and the deadline's own time. */
import { expect, test } from '@jest/globals';
import { daysLate, isOverdue, momentOf, urgencyOf } from '../../../../src/domain/task/taskDue.ts';
import { localDate, localTime } from '../../../../src/domain/time/calendar.ts';

const ZONE = 'Europe/Berlin';
const due = { date: localDate('2027-01-22'), time: null };

test.each([
  ['2027-01-14T23:59:00+01:00', 'later'],
  ['2027-01-15T00:00:00+01:00', 'week'],
  ['2027-01-21T23:59:00+01:00', 'week'],
  ['2027-01-22T00:00:00+01:00', 'today'],
  ['2027-01-22T23:59:59+01:00', 'today'],
  ['2027-01-23T00:00:00+01:00', 'overdue'],
] as const)('at %s a task due on 22 January is: %s', (now, urgency) => {
  expect(urgencyOf(due, momentOf(new Date(now), ZONE))).toBe(urgency);
});

test('a time of day ends the deadline at that minute', () => {
  const timed = { ...due, time: localTime('14:00') };

  expect(urgencyOf(timed, momentOf(new Date('2027-01-22T13:59:59+01:00'), ZONE))).toBe('today');
  expect(urgencyOf(timed, momentOf(new Date('2027-01-22T14:00:00+01:00'), ZONE))).toBe('overdue');
});

test('a task without a date is never urgent, a closed one never overdue', () => {
  const late = momentOf(new Date('2027-03-01T00:00:00Z'), ZONE);

  expect(urgencyOf(null, late)).toBe('later');
  expect(isOverdue({ state: 'open', due }, late)).toBe(true);
  expect(isOverdue({ state: 'done', due }, late)).toBe(false);
});

test('days late are counted from the due date', () => {
  expect(daysLate({ due }, localDate('2027-01-22'))).toBe(0);
  expect(daysLate({ due }, localDate('2027-01-25'))).toBe(3);
  expect(daysLate({ due }, localDate('2027-01-01'))).toBe(0);
  expect(daysLate({ due: null }, localDate('2027-01-25'))).toBe(0);
});
