/** Dates on cards: written out for everybody, and as the instant for platforms that know the reader's clock. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deadlineLeaf, deadlineLine, instantLeaf, lastingDeadline } from '../../../src/cards/date.ts';
import { addDays, localDate, localTime } from '../../../src/domain/time/calendar.ts';
import { dateWithZone, plainText } from '../../../src/message/plain.ts';
import { phrases } from '../../../src/text/phrases.ts';

const de = phrases('de', 'Europe/Berlin');
const en = phrases('en', 'Europe/Berlin');
const today = localDate('2026-09-17');
const october = localDate('2026-10-28');

describe('a deadline', () => {
  test('with a time is that instant, in winter and in summer', () => {
    const at = (date: string) => deadlineLeaf(de, { date: localDate(date), time: localTime('18:00') });
    expect(at('2027-02-19')).toEqual({
      t: 'date',
      at: '2027-02-19T17:00:00.000Z',
      show: 'dayTime',
      text: 'Fr., 19.02.2027, 18:00 Uhr',
      zone: 'MEZ',
    });
    expect(at('2027-07-19')).toMatchObject({ at: '2027-07-19T16:00:00.000Z', zone: 'MESZ' });
  });

  test('without a time is shown as the same day wherever readers live, from Honolulu to Tokyo', () => {
    const zones = ['Pacific/Honolulu', 'America/New_York', 'Europe/Istanbul', 'Asia/Kabul', 'Asia/Tokyo'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.constantFrom(...zones), (days, timeZone) => {
        const date = addDays(today, days);
        const leaf = deadlineLeaf(de, { date, time: null });
        if (leaf.t !== 'date') throw new Error('not a date');
        expect(new Date(leaf.at).toLocaleDateString('sv', { timeZone })).toBe(date);
      }),
    );
  });

  test('is answered with weekday, week and distance, and keeps its leaf', () => {
    const due = { date: october, time: localTime('14:30') };
    expect(plainText(deadlineLine(de, due, today))).toBe('Mi., 28.10.2026, 14:30 Uhr (KW 44, in 6 Wochen)');
    expect(plainText(deadlineLine(en, due, today))).toBe('Wed, 28 Oct 2026, 14:30 (week 44, in 6 weeks)');
    expect(plainText(lastingDeadline(de, { date: october, time: null }))).toBe('Mi., 28.10.2026 (KW 44)');
    expect(deadlineLine(de, due, today).map(({ t }) => t)).toEqual(['date', 'text']);
  });

  test('is written out where no zone is known', () => {
    expect(deadlineLeaf(phrases('de'), { date: october, time: null })).toEqual({ t: 'text', text: 'Mi., 28.10.2026' });
  });
});

test('a time names its zone for readers elsewhere, a day does not', () => {
  const instant = instantLeaf(de, new Date('2026-10-27T23:30:00Z'), 'Europe/Berlin');
  const day = deadlineLeaf(de, { date: october, time: null });
  const shown = [instant, day].map((leaf) => (leaf.t === 'date' ? dateWithZone(leaf) : ''));
  expect(shown).toEqual(['Mi., 28.10.2026, 00:30 Uhr (MEZ)', 'Mi., 28.10.2026']);
});
