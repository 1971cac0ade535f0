import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  instantOf,
  localDate,
  localDateOf,
  localTime,
  localTimeOf,
} from '../../../../src/domain/time/calendar.ts';
import { contactAtOrAfter } from '../../../../src/domain/time/contactTime.ts';
import { closesAt, type Deadline, halfTimeReminderAt, lastCallAt } from '../../../../src/domain/time/deadline.ts';

const BERLIN = 'Europe/Berlin';
const bavaria = { region: 'BY-KATH', closedDays: [] } as const;
const HOUR = 3_600_000;

function at(text: string): Date {
  return instantOf(localDate(text.slice(0, 10)), localTime(text.slice(11)), BERLIN);
}

function deadline(text: string): Deadline {
  return { date: localDate(text.slice(0, 10)), time: text.length > 10 ? localTime(text.slice(11)) : null };
}

function shown(instant: Date | null): string | null {
  return instant && `${localDateOf(instant, BERLIN)}T${localTimeOf(instant, BERLIN)}`;
}

describe('a deadline', () => {
  test('without a time it ends with its day, also on the days of a clock change', () => {
    expect(closesAt(deadline('2026-09-17'), BERLIN)).toEqual(new Date('2026-09-17T22:00:00Z'));
    expect(closesAt(deadline('2026-03-29'), BERLIN)).toEqual(new Date('2026-03-29T22:00:00Z'));
    expect(closesAt(deadline('2026-10-25'), BERLIN)).toEqual(new Date('2026-10-25T23:00:00Z'));
  });

  test('with a time it ends at that wall-clock time, on either side of a clock change', () => {
    expect(closesAt(deadline('2026-10-23T09:00'), BERLIN)).toEqual(new Date('2026-10-23T07:00:00Z'));
    expect(closesAt(deadline('2026-10-26T09:00'), BERLIN)).toEqual(new Date('2026-10-26T08:00:00Z'));
  });
});

describe('reminders of a deadline', () => {
  test.each([
    ['two weeks', '2026-09-17T10:00', '2026-10-01', '2026-09-24T17:00', '2026-09-30T08:00'],
    ['a time in contact hours', '2026-09-14T09:00', '2026-09-24T15:00', '2026-09-21T08:00', '2026-09-23T15:00'],
    [
      'last call on a Sunday goes back to Friday',
      '2026-09-07T09:00',
      '2026-09-21T10:00',
      '2026-09-14T09:30',
      '2026-09-18T08:00',
    ],
    [
      'three days: half-time is too close to the last call',
      '2026-09-14T09:00',
      '2026-09-17T09:00',
      null,
      '2026-09-16T09:00',
    ],
    ['over a weekend: no last call after the opening', '2026-09-18T16:00', '2026-09-21T16:00', null, null],
    ['two days, opened early', '2026-09-15T08:00', '2026-09-16T23:00', '2026-09-16T08:00', null],
    ['already over', '2026-09-17T10:00', '2026-09-10', null, null],
  ])('%s', (_name, opened, due, halfTime, lastCall) => {
    expect(shown(halfTimeReminderAt(at(opened), deadline(due), BERLIN, bavaria))).toBe(halfTime);
    expect(shown(lastCallAt(at(opened), deadline(due), BERLIN, bavaria))).toBe(lastCall);
  });

  test('lie in contact time, between opening and end, and at least twelve hours apart', () => {
    const openings = fc
      .integer({ min: 0, max: 20_000 })
      .map((h) => new Date(Date.parse('2026-01-01T06:20:00Z') + h * HOUR));
    fc.assert(
      fc.property(openings, fc.integer({ min: 0, max: 40 }), fc.boolean(), (opened, length, timed) => {
        const due = { date: addDays(localDateOf(opened, BERLIN), length), time: timed ? localTime('11:00') : null };
        const end = closesAt(due, BERLIN);
        const half = halfTimeReminderAt(opened, due, BERLIN, bavaria);
        const last = lastCallAt(opened, due, BERLIN, bavaria);

        for (const reminder of [half, last]) {
          if (!reminder) continue;
          expect(reminder > opened && end.getTime() - reminder.getTime() >= 12 * HOUR).toBe(true);
          expect(contactAtOrAfter(reminder, BERLIN, bavaria)).toEqual(reminder);
        }
        if (half && last) expect(last.getTime() - half.getTime()).toBeGreaterThanOrEqual(12 * HOUR);
      }),
    );
  });
});
