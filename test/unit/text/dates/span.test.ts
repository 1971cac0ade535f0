import { describe, expect, test } from '@jest/globals';
import { localDate, localTime } from '../../../../src/domain/time/calendar.ts';
import { addSpan, parseSpan } from '../../../../src/text/dates/span.ts';
import { THURSDAY } from './context.ts';

describe('a span', () => {
  test.each([
    ['+1 Tag', 1, 'day'],
    ['3 Tage', 3, 'day'],
    ['um drei Tage', 3, 'day'],
    ['1 Woche', 1, 'week'],
    ['eine Woche', 1, 'week'],
    ['a week', 1, 'week'],
    ['for 2 weeks', 2, 'week'],
    ['+3d', 3, 'day'],
    ['+ 2 w', 2, 'week'],
    ['2h', 2, 'hour'],
    ['5 Werktage', 5, 'businessDay'],
    ['2 business days', 2, 'businessDay'],
    ['1 MONAT', 1, 'month'],
  ])('%s is %i %s', (phrase, amount, unit) => {
    expect(parseSpan(phrase, THURSDAY.lexicons)).toEqual({ amount, unit });
  });

  test.each(['', '3', 'Tage', '0 Tage', '-3d', '3 Tage und mehr', '10000 Tage', 'Freitag'])('%j is none', (phrase) => {
    expect(parseSpan(phrase, THURSDAY.lexicons)).toBeNull();
  });

  test.each([
    [{ amount: 3, unit: 'hour' }, '2026-09-19 01:00'],
    [{ amount: 1, unit: 'day' }, '2026-09-19 22:00'],
    [{ amount: 1, unit: 'businessDay' }, '2026-09-21 22:00'],
    [{ amount: 1, unit: 'week' }, '2026-09-25 22:00'],
    [{ amount: 1, unit: 'month' }, '2026-10-18 22:00'],
    [{ amount: 1, unit: 'year' }, '2027-09-18 22:00'],
  ] as const)('from Friday at ten in the evening, %j leads to %s', (span, expected) => {
    const from = { date: localDate('2026-09-18'), time: localTime('22:00') };
    const { date, time } = addSpan(from, span, THURSDAY.calendar);
    expect(`${date} ${time}`).toBe(expected);
  });
});
