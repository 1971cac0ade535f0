import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  instantOf,
  isLocalDate,
  isoWeekOf,
  isZone,
  localDate,
  localDateOf,
  localTime,
  localTimeOf,
  weekdayOf,
} from '../../../../src/domain/time/calendar.ts';

const BERLIN = 'Europe/Berlin';
const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(localDate('1970-01-01'), n));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => localTime(`${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`));
const zones = fc.constantFrom(
  BERLIN,
  'UTC',
  'America/New_York',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
);

function berlin(date: string, time: string): string {
  return instantOf(localDate(date), localTime(time), BERLIN).toISOString();
}

describe('days', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', ' 2026-01-01', '2026-01-01T00:00', ''])(
    '%j is not a calendar day',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => localDate(text)).toThrow(RangeError);
    },
  );

  test.each(['24:00', '12:60', '8:00', '08:00:00', ''])('%j is not a time of day', (text) => {
    expect(() => localTime(text)).toThrow(RangeError);
  });

  test('the leap day exists in leap years', () => {
    expect(localDate('2028-02-29')).toBe('2028-02-29');
  });

  test('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, n) => daysBetween(day, addDays(day, n)) === n),
    );
  });

  test('a month later is the same day, or the last one there is', () => {
    expect(addMonths(localDate('2026-09-17'), 4)).toBe('2027-01-17');
    expect(addMonths(localDate('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(localDate('2028-03-31'), -1)).toBe('2028-02-29');
  });

  test('the weekday counts from Monday as one', () => {
    expect(weekdayOf(localDate('2026-09-17'))).toBe(4);
    expect(weekdayOf(localDate('2026-09-20'))).toBe(7);
    expect(weekdayOf(localDate('2026-09-21'))).toBe(1);
  });

  test.each([
    ['2026-10-28', 44, 2026],
    ['2026-12-31', 53, 2026],
    ['2027-01-03', 53, 2026],
    ['2027-01-04', 1, 2027],
    ['2024-12-30', 1, 2025],
  ])('%s lies in week %i of %i', (date, week, year) => {
    expect(isoWeekOf(localDate(date))).toEqual({ week, year });
  });
});

describe('instants', () => {
  test('a wall-clock time is read in summer and in winter time', () => {
    expect(berlin('2026-07-01', '09:00')).toBe('2026-07-01T07:00:00.000Z');
    expect(berlin('2026-12-01', '09:00')).toBe('2026-12-01T08:00:00.000Z');
  });

  test('a time in the doubled hour means its first passing', () => {
    expect(berlin('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(berlin('2026-10-25', '03:00')).toBe('2026-10-25T02:00:00.000Z');
    expect(berlin('2026-10-25', '01:59')).toBe('2026-10-24T23:59:00.000Z');
  });

  test('a time in the missing hour means as long after the change', () => {
    expect(berlin('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(berlin('2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(berlin('2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z');
  });

  test('a midnight that the change skips is the first instant of its day', () => {
    const start = instantOf(localDate('2026-04-24'), localTime('00:00'), 'Africa/Cairo');

    expect(localTimeOf(start, 'Africa/Cairo')).toBe('01:00');
    expect(localDateOf(new Date(start.getTime() - 1), 'Africa/Cairo')).toBe('2026-04-23');
  });

  test('a midnight that the change puts off is the first instant of its day', () => {
    const start = instantOf(localDate('2026-10-30'), localTime('00:00'), 'Africa/Cairo');

    expect(localTimeOf(start, 'Africa/Cairo')).toBe('00:00');
    expect(localTimeOf(new Date(start.getTime() - 3_600_000), 'Africa/Cairo')).toBe('23:00');
    expect(localTimeOf(new Date(start.getTime() - 7_200_000), 'Africa/Cairo')).toBe('23:00');
  });

  test('an instant shows the wall clock it was made from, except in the missing hour', () => {
    fc.assert(
      fc.property(days, times, zones, (day, time, zone) => {
        const at = instantOf(day, time, zone);
        const shown = [localDateOf(at, zone), localTimeOf(at, zone)].join();
        const late = Date.parse(`${shown.replace(',', 'T')}Z`) - Date.parse(`${day}T${time}Z`);
        expect([0, 1_800_000, 3_600_000, 86_400_000]).toContain(late);
        if (late > 0) expect(localTimeOf(new Date(at.getTime() - late), zone)).not.toBe(time);
      }),
      { numRuns: 1000 },
    );
  });

  test('seconds are cut, also before the year 1970', () => {
    expect(localTimeOf(new Date('1969-12-31T22:59:59.999Z'), BERLIN)).toBe('23:59');
    expect(localDateOf(new Date('2026-09-17T22:00:00Z'), BERLIN)).toBe('2026-09-18');
  });

  test('an unknown zone is refused', () => {
    expect(isZone(BERLIN)).toBe(true);
    expect(isZone('UTC')).toBe(true);
    expect(isZone('+02:00')).toBe(false);
    expect(isZone('Europe/Regensburg')).toBe(false);
    expect(isZone('')).toBe(false);
    expect(() => instantOf(localDate('2026-01-01'), localTime('00:00'), 'Europe/Regensburg')).toThrow(RangeError);
  });

  test.each(['UTC', 'America/New_York', 'Asia/Tokyo'])('a host in %s makes no difference', (hostZone) => {
    const file = new URL('../../../../src/domain/time/calendar.ts', import.meta.url).href;
    const script = `const c = await import(${JSON.stringify(file)}); const z = 'Europe/Berlin';
      const days = ['2026-03-28','2026-03-29','2026-10-25','2026-12-31'];
      console.log(new Date(2026, 0, 1).getTimezoneOffset(), JSON.stringify(days.map((d) => [c.instantOf(d, '02:30', z), c.addDays(d, 1),
        c.weekdayOf(d), c.isoWeekOf(d).week, c.localDateOf(c.instantOf(d, '00:10', z), z), c.localTimeOf(c.instantOf(d, '23:50', z), z)])));`;

    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: hostZone },
      encoding: 'utf8',
    });

    const [offset, result] = output.trim().split(' ');
    expect(Number(offset)).toBe({ UTC: 0, 'America/New_York': 300, 'Asia/Tokyo': -540 }[hostZone]);
    expect(JSON.parse(result ?? '')).toEqual([
      ['2026-03-28T01:30:00.000Z', '2026-03-29', 6, 13, '2026-03-28', '23:50'],
      ['2026-03-29T01:30:00.000Z', '2026-03-30', 7, 13, '2026-03-29', '23:50'],
      ['2026-10-25T00:30:00.000Z', '2026-10-26', 7, 43, '2026-10-25', '23:50'],
      ['2026-12-31T01:30:00.000Z', '2027-01-01', 4, 53, '2026-12-31', '23:50'],
    ]);
  });
});
