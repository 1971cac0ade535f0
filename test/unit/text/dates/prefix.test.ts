import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDate } from '../../../../src/text/dates/parse.ts';
import { dateFromWords } from '../../../../src/text/dates/prefix.ts';
import { THURSDAY } from './context.ts';

/** `2027-01-22 /2` for a date of two words, `?` none, `!code` refused. */
function read(sentence: string): string {
  const result = dateFromWords(sentence.split(' '), THURSDAY);
  if (!result) return '?';
  if ('failure' in result) return `!${result.failure.code}`;
  return `${result.date}${result.time ? ` ${result.time}` : ''} /${result.used}`;
}

describe('a date at the beginning of a sentence', () => {
  test.each([
    ['bis 22.01. fertigstellen', '2027-01-22 /2'],
    ['22.01. 14:30 Uhr abgeben', '2027-01-22 14:30 /3'],
    ['Freitag nächster Woche vorstellen', '2026-09-25 /3'],
    ['in zwei Wochen abstimmen', '2026-10-01 /3'],
    ['5. Oktober 2026', '2026-10-05 /3'],
    ['Freitag einen Entwurf schreiben', '2026-09-18 /1'],
    ['Freitag nächste Schritte klären', '2026-09-18 /1'],
    ['Freitag um Hilfe bitten', '2026-09-18 /1'],
    ['Friday the report', '2026-09-18 /1'],
  ])('%s: %s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });

  test.each(['Fritag fertig', 'so weit fertig', 'Ende der Liste', '10 Entwürfe', 'Mai', 'bis', ''])(
    '%j has none',
    (sentence) => {
      expect(read(sentence)).toBe('?');
    },
  );

  test.each([
    'Freitag Nachmittag',
    'Montag früh fertig',
    'morgen Abend um 8',
    'am 5. nach Ostern',
    'Freitag in der Woche nach Ostern',
    'Freitag 8 Uhr30min',
    'Freitag 8',
    'Freitag eine Woche später',
    'Freitag um drei',
    '5. Oktober 26 fertig',
    'Freitag oder Samstag',
    'Freitag – Samstag',
    'Freitag bis Montag',
    '22.01. 23.01.',
  ])('%s goes on in a way that is not understood, so nothing is guessed', (sentence) => {
    expect(read(sentence)).toBe('!date.goesOn');
  });

  test('what cannot be is refused, not cut', () => {
    expect(read('22.01. um 25 Uhr fertig')).toBe('!date.impossibleTime');
    expect(read('am 5. 14:75')).toBe('!date.impossibleTime');
    expect(read('31.02. fertig')).toBe('!date.impossible');
  });

  test('the refusal tells what was understood and what not', () => {
    expect(dateFromWords(['Freitag', 'Nachmittag', 'fertig'], THURSDAY)).toEqual({
      failure: { code: 'date.goesOn', params: { text: 'Freitag', rest: 'Nachmittag fertig' } },
    });
  });

  test('never is anything but a date in full, in front of words that belong to none', () => {
    const dateWords = fc.constantFrom(
      ...'bis am Freitag Mo. nächste Woche Monat in 3 zwei Tagen Wochen 5. 22.01. 14:30 um 14 Uhr Ende Oktober KW 42 früh nach oder heute 2026 eine'.split(
        ' ',
      ),
    );
    const otherWords = fc.constantFrom(
      'fertig',
      'Entwurf',
      'der',
      'Schritte',
      '@p',
      '*',
      '%',
      '-1',
      '…',
      '99.99.',
      '3x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(dateWords, otherWords), { maxLength: 7 }), (words) => {
        const found = dateFromWords(words, THURSDAY);
        if (!found || 'failure' in found) return;
        const { used, ...date } = found;
        expect(parseDate(words.slice(0, used).join(' '), THURSDAY)).toEqual(date);
        for (let more = used + 1; more <= words.length; more += 1) {
          const longer = parseDate(words.slice(0, more).join(' '), THURSDAY);
          expect(longer).toBeNull();
        }
        expect(words[used] ?? '').not.toMatch(/^(\d|Freitag|Mo\.|in|Ende|Oktober|KW|früh|nach|oder|heute|bis \d)/);
      }),
      { numRuns: 2000 },
    );
  });
});
