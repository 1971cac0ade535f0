import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  coordinatorEscalationOn,
  escalationOn,
  nextOverdue,
  taskReminders,
} from '../../../../src/domain/task/taskLadder.ts';
import { addBusinessDays, isBusinessDay } from '../../../../src/domain/time/businessDays.ts';
import { addDays, localDate, localTime } from '../../../../src/domain/time/calendar.ts';
import { closesAt } from '../../../../src/domain/time/deadline.ts';

const BERLIN = 'Europe/Berlin';
const bavaria = { region: 'BY-KATH', closedDays: [] } as const;

function ladder(date: string, time: string | null = null): string[] {
  const due = { date: localDate(date), time: time === null ? null : localTime(time) };
  return taskReminders(due, BERLIN, bavaria).map(({ step, on }) => `${step} ${on}`);
}

describe('the ladder of a task', () => {
  test('has four steps at eight in the morning', () => {
    const steps = taskReminders({ date: localDate('2027-01-22'), time: null }, BERLIN, bavaria);

    expect(steps).toEqual([
      { step: 'week', on: '2027-01-15', at: new Date('2027-01-15T07:00:00Z') },
      { step: 'twoDays', on: '2027-01-20', at: new Date('2027-01-20T07:00:00Z') },
      { step: 'due', on: '2027-01-22', at: new Date('2027-01-22T07:00:00Z') },
      { step: 'overdue', on: '2027-01-25', at: new Date('2027-01-25T07:00:00Z') },
    ]);
  });

  test('moves what falls on a weekend or holiday', () => {
    expect(ladder('2027-01-10')).toEqual([
      'week 2026-12-30',
      'twoDays 2027-01-07',
      'due 2027-01-08',
      'overdue 2027-01-11',
    ]);
  });

  test('leaves a step out that would not come before a more urgent one', () => {
    const closed = ['2026-12-28', '2026-12-29', '2026-12-30'].map(localDate);
    const steps = taskReminders({ date: localDate('2027-01-04'), time: null }, BERLIN, {
      region: 'BY-KATH',
      closedDays: closed,
    });
    expect(steps.map(({ step, on }) => `${step} ${on}`)).toEqual([
      'twoDays 2026-12-22',
      'due 2027-01-04',
      'overdue 2027-01-05',
    ]);
  });

  test('reminds of an early hour on the day before', () => {
    expect(ladder('2026-09-24', '08:00')).toContain('due 2026-09-23');
    expect(ladder('2026-09-24', '08:01')).toContain('due 2026-09-24');
  });

  test('goes on every three business days, and up after three and seven', () => {
    const due = { date: localDate('2026-09-17'), time: null };
    expect(nextOverdue(localDate('2026-09-18'), bavaria)).toBe('2026-09-23');
    expect(escalationOn(due, bavaria)).toBe('2026-09-22');
    expect(coordinatorEscalationOn(due, bavaria)).toBe('2026-09-28');
  });

  test('consists of business days in rising order, on the right side of the end', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(localDate('2026-01-01'), n));
    const hours = fc.constantFrom(null, localTime('07:00'), localTime('08:00'), localTime('14:30'));
    fc.assert(
      fc.property(days, hours, fc.uniqueArray(days, { maxLength: 8 }), (date, time, closedDays) => {
        const due = { date, time };
        const calendar = { region: 'BY-A', closedDays } as const;
        const steps = taskReminders(due, BERLIN, calendar);

        expect(steps.map(({ step }) => step).slice(-2)).toEqual(['due', 'overdue']);
        expect(steps.every(({ on }) => isBusinessDay(on, calendar))).toBe(true);
        expect(steps.every(({ on }, i) => i === 0 || on > (steps[i - 1]?.on ?? ''))).toBe(true);
        const end = closesAt(due, BERLIN);
        expect(steps.every(({ step, at }) => at < end === (step !== 'overdue'))).toBe(true);
        expect(steps.at(-1)?.on).toBe(addBusinessDays(date, 1, calendar));
      }),
    );
  });
});
