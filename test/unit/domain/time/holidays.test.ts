import { describe, expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import { addDays, type LocalDate, localDate } from '../../../../src/domain/time/calendar.ts';
import { easterSunday, holidayOf, isRegion, REGIONS, type Region } from '../../../../src/domain/time/holidays.ts';

const FIRST_YEAR = 2020;
const LAST_YEAR = 2040;

function ours(region: Region, year: number): string[] {
  const dates: LocalDate[] = [];
  for (let day = localDate(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1)) {
    if (holidayOf(day, region)) dates.push(day);
  }
  return dates;
}

function theirs(region: Region, year: number): string[] {
  const oracle = new Holidays(['DE', ...region.split('-')].join('.'), { timezone: 'Europe/Berlin' });
  // The data bases say what a law says: without a region of its own, 15 August in Bavaria is no public holiday.
  const dates = oracle.getHolidays(year).filter((day) => day.type === 'public');
  return [...new Set(dates.map((day) => day.date.slice(0, 10)))].sort();
}

describe('holidays', () => {
  test.each(REGIONS)('in %s are those of an independent data base over twenty years', (region) => {
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
      expect({ year, dates: ours(region, year) }).toEqual({ year, dates: theirs(region, year) });
    }
  });

  test.each([
    ['2026-08-15', 'BY-KATH', 'assumption'],
    ['2026-08-15', 'BY-A', 'assumption'],
    ['2026-08-15', 'BY-EVANG', null],
    ['2026-08-08', 'BY-A', 'peaceFestival'],
    ['2026-08-08', 'BY-KATH', null],
    ['2022-03-08', 'MV', null],
    ['2023-03-08', 'MV', 'womensDay'],
    ['2026-11-18', 'SN', 'repentance'],
    ['2026-11-25', 'SN', null],
    ['2028-06-17', 'BE', 'uprising1953'],
    ['2026-06-04', 'NW', 'corpusChristi'],
    ['2026-12-24', 'BW', null],
  ] as const)('%s in %s is %s', (date, region, key) => {
    expect(holidayOf(localDate(date), region)).toBe(key);
  });

  test('Easter is right in the two years for which the plain rule fails', () => {
    expect(easterSunday(1954)).toBe('1954-04-18');
    expect(easterSunday(1981)).toBe('1981-04-19');
    expect(easterSunday(2026)).toBe('2026-04-05');
  });

  test('Bavaria alone is not a region', () => {
    expect(isRegion('BY')).toBe(false);
    expect(isRegion('BY-KATH')).toBe(true);
  });
});
