import { describe, expect, test } from '@jest/globals';
import { localDate, localTime } from '../../../../src/domain/time/calendar.ts';
import { type HolidayKey, holidayOf, REGIONS } from '../../../../src/domain/time/holidays.ts';
import { translate } from '../../../../src/text/catalogue.ts';
import { dateNotes, noteText } from '../../../../src/text/dates/notes.ts';
import { THURSDAY } from './context.ts';

const { today, calendar } = THURSDAY;

function notes(date: string, time: string | null = null) {
  return dateNotes(
    { date: localDate(date), time: time === null ? null : localTime(time) },
    today,
    calendar,
    localTime('10:00'),
  );
}

describe('the note on a deadline', () => {
  test('is none on a business day ahead', () => {
    expect(notes('2026-09-17')).toEqual([]);
    expect(notes('2026-09-17', '10:01')).toEqual([]);
    expect(notes('2026-10-05')).toEqual([]);
  });

  test('names what is over, also today', () => {
    expect(notes('2026-09-13')).toEqual([{ kind: 'past', next: '2026-09-18' }]);
    expect(notes('2026-09-17', '10:00')).toEqual([{ kind: 'past', next: '2026-09-18' }]);
  });

  test('names a day off and the business day after it', () => {
    expect(notes('2026-09-19')).toEqual([{ kind: 'weekend', next: '2026-09-21' }]);
    expect(notes('2026-12-31')).toEqual([{ kind: 'closed', next: '2027-01-04' }]);
    expect(notes('2027-01-06')).toEqual([{ kind: 'holiday', holiday: 'epiphany', next: '2027-01-07' }]);
    expect(notes('2026-10-03')).toEqual([{ kind: 'holiday', holiday: 'germanUnity', next: '2026-10-05' }]);
  });

  test('reads as a sentence', () => {
    const [holiday] = notes('2027-01-06');
    if (!holiday) throw new Error('no note');
    expect(noteText('de', localDate('2027-01-06'), holiday)).toBe(
      'Mi., 06.01.2027 ist ein Feiertag (Heilige Drei Könige). Der nächste Arbeitstag ist Do., 07.01.2027.',
    );
    expect(noteText('en', localDate('2027-01-06'), holiday)).toContain('public holiday (Epiphany)');
  });

  test('knows every holiday by name in both languages', () => {
    const keys = new Set<HolidayKey>();
    for (let day = 0; day < 366 * 9; day += 1) {
      const date = localDate(new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10));
      for (const region of REGIONS) keys.add(holidayOf(date, region) ?? 'newYear');
    }
    expect(keys.size).toBe(22);
    for (const key of keys) {
      expect(translate('en', `holiday.${key}`)).not.toBe('');
    }
  });
});
