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
import { contactAtOrAfter, contactAtOrBefore } from '../../../../src/domain/time/contactTime.ts';

const BERLIN = 'Europe/Berlin';
const bavaria = { region: 'BY-KATH', closedDays: [] } as const;

function at(text: string): Date {
  return instantOf(localDate(text.slice(0, 10)), localTime(text.slice(11)), BERLIN);
}

function shown(instant: Date): string {
  return `${localDateOf(instant, BERLIN)}T${localTimeOf(instant, BERLIN)}`;
}

describe('contact time', () => {
  test.each([
    ['2026-09-17T12:34', '2026-09-17T12:34', '2026-09-17T12:34'],
    ['2026-09-17T08:00', '2026-09-17T08:00', '2026-09-17T08:00'],
    ['2026-09-17T17:59', '2026-09-17T17:59', '2026-09-17T17:59'],
    ['2026-09-17T18:00', '2026-09-18T08:00', '2026-09-17T08:00'],
    ['2026-09-17T07:59', '2026-09-17T08:00', '2026-09-16T08:00'],
    ['2026-09-18T20:00', '2026-09-21T08:00', '2026-09-18T08:00'],
    ['2026-09-20T12:00', '2026-09-21T08:00', '2026-09-18T08:00'],
    ['2026-10-26T03:00', '2026-10-26T08:00', '2026-10-23T08:00'],
    ['2026-12-24T10:00', '2026-12-28T08:00', '2026-12-23T08:00'],
  ])('%s moves forward to %s and back to %s', (given, after, before) => {
    expect(shown(contactAtOrAfter(at(given), BERLIN, bavaria))).toBe(after);
    expect(shown(contactAtOrBefore(at(given), BERLIN, bavaria))).toBe(before);
  });

  test('never moves in the wrong direction, and stays where it has moved to', () => {
    const instants = fc
      .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 86_399_999 }))
      .map(([day, ms]) => new Date(Date.parse(addDays(localDate('2026-01-01'), day)) + ms));
    fc.assert(
      fc.property(instants, (instant) => {
        const after = contactAtOrAfter(instant, BERLIN, bavaria);
        const before = contactAtOrBefore(instant, BERLIN, bavaria);
        expect(after >= instant && before <= instant).toBe(true);
        expect(contactAtOrBefore(after, BERLIN, bavaria)).toEqual(after);
        expect(contactAtOrAfter(before, BERLIN, bavaria)).toEqual(before);
      }),
    );
  });
});
