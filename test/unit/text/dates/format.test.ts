import { describe, expect, test } from '@jest/globals';
import { addDays, localDate, localTime } from '../../../../src/domain/time/calendar.ts';
import {
  deadlineText,
  formatDay,
  formatInstant,
  formatWeekday,
  relativeDays,
  remarkOn,
  zoneName,
} from '../../../../src/text/dates/format.ts';
import { THURSDAY } from './context.ts';

const { today } = THURSDAY;
const october = localDate('2026-10-28');

describe('a date is shown', () => {
  test('with weekday, and with the time if there is one', () => {
    const due = { date: october, time: localTime('14:30') };
    expect(deadlineText('de', due)).toBe('Mi., 28.10.2026, 14:30 Uhr');
    expect(deadlineText('en', due)).toBe('Wed, 28 Oct 2026, 14:30');
    expect(deadlineText('de', { date: october, time: null })).toBe('Mi., 28.10.2026');
  });

  test('as the clocks of the zone show an instant', () => {
    const at = new Date('2026-10-27T23:30:00Z');
    expect(formatInstant('de', at, 'Europe/Berlin')).toBe('Mi., 28.10.2026, 00:30 Uhr');
    expect(formatInstant('en', at, 'UTC')).toBe('Tue, 27 Oct 2026, 23:30');
  });

  test('with every weekday and month', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => formatDay('de', addDays(localDate('2026-10-05'), n)).slice(0, 3));
    expect(week).toEqual(['Mo.', 'Di.', 'Mi.', 'Do.', 'Fr.', 'Sa.', 'So.']);
    const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) =>
      formatDay('en', localDate(`2026-${String(n).padStart(2, '0')}-05`))
        .split(' ')
        .at(2),
    );
    expect(months.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
    expect(formatWeekday('de', 3)).toBe('Mittwoch');
    expect(formatWeekday('en', 7)).toBe('Sunday');
  });
});

test.each([
  [0, 'heute', 'today'],
  [1, 'morgen', 'tomorrow'],
  [2, 'übermorgen', 'in 2 days'],
  [3, 'in 3 Tagen', 'in 3 days'],
  [13, 'in 13 Tagen', 'in 13 days'],
  [14, 'in 2 Wochen', 'in 2 weeks'],
  [41, 'in 6 Wochen', 'in 6 weeks'],
  [70, 'in 2 Monaten', 'in 2 months'],
  [365, 'in 12 Monaten', 'in 12 months'],
  [740, 'in 2 Jahren', 'in 2 years'],
  [-1, 'seit gestern', 'since yesterday'],
  [-2, 'seit 2 Tagen', 'for 2 days'],
  [-14, 'seit 2 Wochen', 'for 2 weeks'],
])('%i days from today is "%s" and "%s"', (days, german, english) => {
  const date = addDays(today, days);
  expect(relativeDays('de', date, today)).toBe(german);
  expect(relativeDays('en', date, today)).toBe(english);
});

test('beside a date stands its week, and how long ago it was', () => {
  expect(remarkOn('de', addDays(today, -3), today)).toEqual({ week: 38, relative: 'vor 3 Tagen' });
  expect(remarkOn('en', addDays(today, -1), today)).toEqual({ week: 38, relative: 'yesterday' });
});

test('a zone is called as people call it at that time of the year', () => {
  expect(zoneName('de', new Date('2027-01-11T12:00:00Z'), 'Europe/Berlin')).toBe('MEZ');
  expect(zoneName('de', new Date('2027-07-11T12:00:00Z'), 'Europe/Berlin')).toBe('MESZ');
  expect(zoneName('en', new Date('2027-07-11T12:00:00Z'), 'Europe/Berlin')).toBe('GMT+2');
});
