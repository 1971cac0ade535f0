import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addBusinessDays,
  type BusinessCalendar,
  isBusinessDay,
  nextBusinessDay,
  previousBusinessDay,
} from '../../../../src/domain/time/businessDays.ts';
import { addDays, daysBetween, localDate } from '../../../../src/domain/time/calendar.ts';
import { REGIONS } from '../../../../src/domain/time/holidays.ts';

const bavaria: BusinessCalendar = { region: 'BY-KATH', closedDays: [localDate('2026-09-21')] };
const days = fc.integer({ min: 0, max: 7000 }).map((n) => addDays(localDate('2024-01-01'), n));
const calendars = fc.record({
  region: fc.constantFrom(null, ...REGIONS),
  closedDays: fc.array(days, { maxLength: 5 }),
});

describe('business days', () => {
  test.each([
    ['2026-09-17', true, 'a Thursday'],
    ['2026-09-19', false, 'a Saturday'],
    ['2026-09-20', false, 'a Sunday'],
    ['2026-09-21', false, 'a closed day of the process'],
    ['2026-12-24', false, 'Christmas Eve'],
    ['2026-12-31', false, "New Year's Eve"],
    ['2027-01-06', false, 'a holiday of the region'],
  ])('%s: %s, %s', (date, expected) => {
    expect(isBusinessDay(localDate(date), bavaria)).toBe(expected);
  });

  test('without a region only weekends, the two eves and closed days are off', () => {
    const plain = { region: null, closedDays: [] };
    expect(isBusinessDay(localDate('2026-12-25'), plain)).toBe(true);
    expect(isBusinessDay(localDate('2026-12-24'), plain)).toBe(false);
  });

  test('the search stays on a business day and leaves any other', () => {
    expect(nextBusinessDay(localDate('2026-09-17'), bavaria)).toBe('2026-09-17');
    expect(nextBusinessDay(localDate('2026-09-19'), bavaria)).toBe('2026-09-22');
    expect(previousBusinessDay(localDate('2026-09-21'), bavaria)).toBe('2026-09-18');
  });

  test('counting skips what is closed, in both directions', () => {
    expect(addBusinessDays(localDate('2026-12-22'), 2, bavaria)).toBe('2026-12-28');
    expect(addBusinessDays(localDate('2026-12-28'), -2, bavaria)).toBe('2026-12-22');
    expect(addBusinessDays(localDate('2026-09-20'), 0, bavaria)).toBe('2026-09-20');
  });

  test('so many business days are passed as were added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), calendars, (day, n, calendar) => {
        const there = addBusinessDays(day, n, calendar);
        const passed = Array.from({ length: Math.abs(daysBetween(day, there)) }, (_, index) =>
          addDays(day, Math.sign(n) * (index + 1)),
        );
        expect(passed.filter((one) => isBusinessDay(one, calendar))).toHaveLength(Math.abs(n));
        if (n !== 0) expect(isBusinessDay(there, calendar)).toBe(true);
      }),
    );
  });
});
