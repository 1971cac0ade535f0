/** The weekly digest’s time: by the wall clock of the process, whatever the clocks do. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DigestTime } from '../../../../src/domain/process/process.ts';
import { localDateOf, localTime, localTimeOf, weekdayOf } from '../../../../src/domain/time/calendar.ts';
import { nextDigestAt } from '../../../../src/features/digest/due/schedule.ts';

const zone = 'Europe/Berlin';
const monday: DigestTime = { weekday: 1, time: localTime('08:00') };

test.each([
  ['the week the clocks go back', '2026-10-23T12:00:00Z', '2026-10-26T07:00:00.000Z'],
  ['the week the clocks go forward', '2027-03-26T12:00:00Z', '2027-03-29T06:00:00.000Z'],
  ['the day itself, before it', '2027-01-11T06:59:00Z', '2027-01-11T07:00:00.000Z'],
  ['the very instant', '2027-01-11T07:00:00Z', '2027-01-18T07:00:00.000Z'],
])('08:00 stays 08:00: %s', (_when, now, next) => {
  expect(nextDigestAt({ digest: monday, zone }, new Date(now)).toISOString()).toBe(next);
});

test('it is always the next such weekday and time, never more than a week and an hour ahead', () => {
  const weekday = fc.constantFrom<DigestTime['weekday']>(1, 2, 3, 4, 5, 6, 7);
  // Hours in which no clock in Berlin is ever changed: outside them a time of day may not exist.
  const time = fc.integer({ min: 4, max: 23 }).map((hour) => localTime(`${String(hour).padStart(2, '0')}:30`));
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(weekday, time, instant, (day, clock, now) => {
      const next = nextDigestAt({ digest: { weekday: day, time: clock }, zone }, now);
      expect(next > now).toBe(true);
      expect(next.getTime() - now.getTime()).toBeLessThanOrEqual((7 * 24 + 1) * 3_600_000);
      expect(weekdayOf(localDateOf(next, zone))).toBe(day);
      expect(localTimeOf(next, zone)).toBe(clock);
    }),
  );
});
