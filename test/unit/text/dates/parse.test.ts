import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate, localTime } from '../../../../src/domain/time/calendar.ts';
import { spoken } from '../../../../src/text/catalogue.ts';
import { deadlineText, formatDay, formatTime, relativeDays } from '../../../../src/text/dates/format.ts';
import { parseDate } from '../../../../src/text/dates/parse.ts';
import { refusalMessage } from '../../../../src/text/messages.ts';
import { THURSDAY } from './context.ts';

/** `2026-09-30`, `2026-09-30 14:30`, `2026-09-18 | 2026-09-25` for two readings, `?` not understood, `!code` refused. */
function read(phrase: string, context = THURSDAY): string {
  const result = parseDate(phrase, context);
  if (!result) return '?';
  if ('failure' in result) return `!${result.failure.code}`;
  const time = result.time ? ` ${result.time}` : '';
  return (result.alternatives ?? [result.date]).map((date) => date + time).join(' | ');
}

describe('on Thursday, 17 September 2026, a general date library misses or misreads', () => {
  test.each([
    ['30.9.', '2026-09-30'],
    ['5.10.', '2026-10-05'],
    ['bis 30.9.', '2026-09-30'],
    ['Anfang Oktober', '2026-10-01'],
    ['Mitte Oktober', '2026-10-15'],
    ['Ende Oktober', '2026-10-31'],
    ['Ende des Monats', '2026-09-30'],
    ['KW 42', '2026-10-16'],
    ['14.30 Uhr', '2026-09-17 14:30'],
    ['übernächste Woche', '2026-10-02'],
    ['am 5.', '2026-10-05'],
    ['20.10. 18 Uhr', '2026-10-20 18:00'],
    ['am 5. um 10 Uhr', '2026-10-05 10:00'],
    ['Freitag in zwei Wochen', '2026-10-02'],
    ['heute in 8 Tagen', '2026-09-24 | 2026-09-25'],
    ['nächste Woche Montag', '2026-09-21'],
    ['übernächsten Dienstag', '2026-09-29'],
    ['nächsten Freitag', '2026-09-18 | 2026-09-25'],
    ['nächster Freitag', '2026-09-18 | 2026-09-25'],
    ['kommenden Freitag', '2026-09-18'],
    ['letzten Freitag', '?'],
    ['Sept 30', '2026-09-30'],
    ['next week Monday', '2026-09-21'],
    ['in 3 business days', '2026-09-22'],
    ['week 42', '2026-10-16'],
    ['in 6 Wochen um 9 Uhr', '2026-10-29 09:00'],
    ['heute 14 Uhr', '2026-09-17 14:00'],
  ])('%s: %s', (phrase, expected) => {
    expect(read(phrase)).toBe(expected);
  });
});

describe('German', () => {
  test.each([
    ['22.01.', '2027-01-22'],
    ['22.1', '2027-01-22'],
    ['22. 1.', '2027-01-22'],
    ['22.01.27', '2027-01-22'],
    ['22. 01. 2027', '2027-01-22'],
    ['17.9.', '2026-09-17'],
    ['29.02.', '2028-02-29'],
    ['Fr., 22.01.2027', '2027-01-22'],
    ['Freitag, den 22. Januar', '2027-01-22'],
    ['So 20.9.', '2026-09-20'],
    ['5. Oktober', '2026-10-05'],
    ['5.Oktober 2027', '2027-10-05'],
    ['15. Jänner', '2027-01-15'],
    ['1. maerz', '2027-03-01'],
    ['heute', '2026-09-17'],
    ['morgen', '2026-09-18'],
    ['UEBERMORGEN', '2026-09-19'],
    ['Freitag', '2026-09-18'],
    ['Donnerstag', '2026-09-24'],
    ['Do.', '2026-09-24'],
    ['diesen Freitag', '2026-09-18'],
    ['diesen Donnerstag', '2026-09-17 | 2026-09-24'],
    ['nächsten Montag', '2026-09-21'],
    ['Freitag nächster Woche', '2026-09-25'],
    ['Montag der nächsten Woche', '2026-09-21'],
    ['in der nächsten Woche am Mittwoch', '2026-09-23'],
    ['nächste Woche', '2026-09-25'],
    ['diese Woche', '2026-09-18'],
    ['übernächste Woche Montag', '2026-09-28'],
    ['Montag in KW 42', '2026-10-12'],
    ['KW 42/2027', '?'],
    ['KW 42 2027', '2027-10-22'],
    ['KW38', '2026-09-18'],
    ['KW 37', '2027-09-17'],
    ['KW 53', '2027-01-01'],
    ['Ende nächsten Monats', '2026-10-31'],
    ['Anfang des Monats', '2026-10-01'],
    ['Ende nächster Woche', '2026-09-25'],
    ['Jahresende', '2026-12-31'],
    ['5. nächsten Monats', '2026-10-05'],
    ['am 31.', '2026-10-31'],
    ['in einem Monat', '2026-10-17'],
    ['in zwölf Monaten', '2027-09-17'],
    ['in 5 Werktagen', '2026-09-24'],
    ['innerhalb von 2 Wochen', '2026-10-01'],
    ['Montag in einer Woche', '2026-09-21 | 2026-09-28'],
    ['in 2 Stunden', '2026-09-17 12:00'],
    ['morgen in einer Woche', '2026-09-25'],
    ['bis spätestens am 5. Oktober', '2026-10-05'],
    ['vor dem 5.10.', '2026-10-05'],
    ['bis zum 5.10. 14.30', '2026-10-05 14:30'],
    ['um 14 Uhr am Freitag', '2026-09-18 14:00'],
    ['Freitag, 13 Uhr 30', '2026-09-18 13:30'],
    ['Freitag mittags', '2026-09-18 12:00'],
    ['Freitag 24 Uhr', '2026-09-18'],
    ['9 Uhr', '2026-09-18 09:00'],
  ])('%s: %s', (phrase, expected) => {
    expect(read(phrase)).toBe(expected);
  });
});

describe('English', () => {
  test.each([
    ['15 Jan', '2027-01-15'],
    ['Jan 15', '2027-01-15'],
    ['January 15th, 2027', '2027-01-15'],
    ['Wednesday, 28 October', '2026-10-28'],
    ['the 5th of October', '2026-10-05'],
    ['by the 5th', '2026-10-05'],
    ['2026-10-28', '2026-10-28'],
    ['2026-10-28T14:30', '2026-10-28 14:30'],
    ['2026-10-28 14:30', '2026-10-28 14:30'],
    ['tomorrow at 2pm', '2026-09-18 14:00'],
    ['the day after tomorrow', '2026-09-19'],
    ['next Friday', '2026-09-18 | 2026-09-25'],
    ['Friday next week', '2026-09-25'],
    ['the week after next', '2026-10-02'],
    ['mid-October', '2026-10-15'],
    ['end of month', '2026-09-30'],
    ['end of the month', '2026-09-30'],
    ['EOM', '2026-09-30'],
    ['in two weeks', '2026-10-01'],
    ['two weeks from now', '2026-10-01'],
    ['a week from tomorrow', '2026-09-25'],
    ['12am', '2026-09-18 00:00'],
    ['12 p.m.', '2026-09-17 12:00'],
    ['by Friday EOD', '2026-09-18'],
    ['8 am Friday', '2026-09-18 08:00'],
    ['03/04', '2027-03-04 | 2027-04-03'],
    ['22/01/2027', '2027-01-22'],
    ['2 weeks ago', '2026-09-03'],
  ])('%s: %s', (phrase, expected) => {
    expect(read(phrase)).toBe(expected);
  });
});

describe('what cannot be', () => {
  test.each(['31.02.', '31.02.2027', '30. Februar', 'am 32.', 'KW 54', '2026-02-30'])('%s is no day', (phrase) => {
    expect(read(phrase)).toBe('!date.impossible');
  });

  test.each(['25:00', 'morgen 14:60', '25 Uhr', '13pm', 'Freitag 24:01'])('%s is no time', (phrase) => {
    expect(read(phrase)).toBe('!date.impossibleTime');
  });

  test('every refusal has a text in both languages that repeats what was typed', () => {
    for (const phrase of ['31.02.', '25:00', 'Mo., 28.10.2026']) {
      const result = parseDate(phrase, THURSDAY);
      if (!result || !('failure' in result)) throw new Error(`${phrase} was not refused`);
      for (const locale of ['de', 'en']) {
        expect(spoken(locale, refusalMessage(result.failure))).toContain(phrase);
      }
    }
  });

  test('a weekday that does not fit the date is named', () => {
    expect(parseDate('Mo., 28.10.2026', THURSDAY)).toEqual({
      failure: { code: 'date.weekday', params: { text: 'Mo., 28.10.2026', weekday: 3 } },
    });
  });
});

describe('what is not understood as a whole is not a date', () => {
  test.each([
    '',
    'bis',
    'heute Nachmittag',
    'morgen früh',
    'um halb drei',
    'Freitag um 2',
    'Oktober',
    'nächsten Monat',
    'in ein paar Tagen',
    'in einer halben Woche',
    'bald',
    'sofort',
    'this weekend',
    'in a few days',
    'nach Ostern',
    '12.–23.10.',
    '5.10. oder 6.10.',
    '5.10. 6.10.',
    '8.10 8.10',
    '3 Tage',
    '42',
    '2027',
    'Freitag 14:30 EST',
    '2026-10-28T14:30Z',
    'Freitag <!channel>',
    'Fritag',
    'x'.repeat(5000),
    'Freitag '.repeat(3000),
  ])('%j', (phrase) => {
    expect(read(phrase)).toBe('?');
  });
});

describe('seen from other days', () => {
  function on(today: string) {
    return { ...THURSDAY, today: localDate(today) };
  }

  test('on a Saturday a week and "KW" of that week mean its Sunday', () => {
    expect(read('diese Woche', on('2026-09-19'))).toBe('2026-09-20');
    expect(read('KW 38', on('2026-09-19'))).toBe('2026-09-20');
  });

  test('on a Friday "next Friday" is clear', () => {
    expect(read('nächsten Freitag', on('2026-09-18'))).toBe('2026-09-25');
    expect(read('Freitag in zwei Wochen', on('2026-09-18'))).toBe('2026-10-02');
  });

  test('around New Year the year is the next one', () => {
    expect(read('22.01.', on('2026-12-30'))).toBe('2027-01-22');
    expect(read('KW 1', on('2026-12-30'))).toBe('2027-01-08');
    expect(read('Ende Dezember', on('2026-12-31'))).toBe('2026-12-31');
    expect(read('in 2 Werktagen', on('2026-12-30'))).toBe('2027-01-05');
  });

  test('a day that has just gone by may be meant for last or for next time, one that is long over is the next one', () => {
    expect(read('10.01.', on('2027-01-11'))).toBe('2027-01-10 | 2028-01-10');
    expect(read('28. Dezember', on('2027-01-11'))).toBe('2026-12-28 | 2027-12-28');
    expect(read('27. Dezember', on('2027-01-11'))).toBe('2027-12-27');
    expect(read('Fr 8.1.', on('2027-01-11'))).toBe('2027-01-08');
    expect(read('29.02.', on('2028-03-05'))).toBe('2028-02-29 | 2032-02-29');
    expect(read('11.01.', on('2027-01-11'))).toBe('2027-01-11');
  });

  test('a month without that day is passed over', () => {
    expect(read('am 31.', on('2026-11-01'))).toBe('2026-12-31');
    expect(read('in einem Monat', on('2027-01-31'))).toBe('2027-02-28');
  });
});

describe('spacing, case and what is written', () => {
  test('spaces of any kind and width, and case, do not matter', () => {
    expect(read('  BIS\u00a0 zum   5.\u202fOKTOBER\n2026 ,  14:30\tuhr ')).toBe('2026-10-05 14:30');
  });

  const days = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays(THURSDAY.today, n));
  const times = fc
    .integer({ min: 0, max: 1439 })
    .map((n) => localTime(`${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`));

  test.each(['de', 'en'])('every date and time shown in %s is understood when it is typed', (locale) => {
    fc.assert(
      fc.property(days, times, (date, time) => {
        expect(read(formatDay(locale, date))).toBe(date);
        expect(read(deadlineText(locale, { date, time }))).toBe(`${date} ${time}`);
        expect(read(`${date}T${time}`)).toBe(`${date} ${time}`);
        expect(read(formatTime(locale, time))).toMatch(new RegExp(` ${time}$`));
      }),
    );
  });

  test.each(['de', 'en'])('near distances shown in %s are understood when they are typed', (locale) => {
    for (let ahead = 0; ahead <= 13; ahead += 1) {
      const date = addDays(THURSDAY.today, ahead);
      expect(read(relativeDays(locale, date, THURSDAY.today))).toBe(date);
    }
  });
});
