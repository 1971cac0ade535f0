/** Splitting what was typed into words. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tokenize } from '../../../src/grammar/tokens.ts';

const wordsOf = (text: string) => tokenize(text).map((token) => token.word);

describe('quotes', () => {
  test.each([
    ['"AG Bildung"', 'straight'],
    ['„AG Bildung“', 'German'],
    ['„AG Bildung”', 'German, closed the English way'],
    ['„AG Bildung"', 'German, closed straight'],
    ['“AG Bildung”', 'English'],
    ['”AG Bildung”', 'Swedish'],
    ['»AG Bildung«', 'of German print'],
    ['«AG Bildung»', 'Swiss'],
  ])('%s (%s) holds a piece together', (text) => {
    expect(tokenize(text)).toMatchObject([{ word: 'AG Bildung', quoted: true, start: 0, end: text.length }]);
  });

  test('that are never closed are taken for what they are: signs', () => {
    expect(wordsOf('"AG Bildung neu')).toEqual(['"AG', 'Bildung', 'neu']);
    expect(wordsOf('19" Monitor und „mehr')).toEqual(['19"', 'Monitor', 'und', '„mehr']);
  });

  test('keep spaces, line breaks and mentions inside, without the ones at the ends', () => {
    const [piece] = tokenize('"  @anna und\n  mehr "');

    expect(piece).toMatchObject({ word: '@anna und\n  mehr', mention: null });
  });

  test('may be empty', () => {
    expect(tokenize('"" „“')).toMatchObject([
      { word: '', quoted: true },
      { word: '', quoted: true },
    ]);
  });

  test('inside a word belong to it', () => {
    expect(wordsOf('die"gute"Idee')).toEqual(['die"gute"Idee']);
  });
});

describe('spaces', () => {
  test.each([
    ['no-break', '\u00a0'],
    ['narrow no-break', '\u202f'],
    ['ideographic', '\u3000'],
    ['thin', '\u2009'],
    ['zero-width', '\u200b'],
    ['byte order mark', '\ufeff'],
    ['word joiner', '\u2060'],
    ['left-to-right mark', '\u200e'],
    ['tab', '\t'],
    ['line break', '\r\n'],
    ['double', '  '],
  ])('of the kind «%s» part words, wherever they stand', (_name, space) => {
    expect(wordsOf(`${space}/aufgabe${space}neu${space}${space}Kurs${space}`)).toEqual(['/aufgabe', 'neu', 'Kurs']);
  });

  test('alone are no words', () => {
    expect(tokenize(' \u00a0\n')).toEqual([]);
    expect(tokenize('')).toEqual([]);
  });
});

describe('mentions', () => {
  test.each([
    ['@anna', 'anna'],
    ['@anna,', 'anna'],
    ['(@anna)', 'anna'],
    ['(@anna).', 'anna'],
    ['@anna!?', 'anna'],
    ['@anna.b', 'anna.b'],
    ['@anna_b-c', 'anna_b-c'],
    ['@Jürgen', 'Jürgen'],
    ['@Øyvind', 'Øyvind'],
    ['@عمر', 'عمر'],
    ['@anna:example.org', 'anna:example.org'],
    ['@7', '7'],
  ])('%s names %s', (word, name) => {
    expect(tokenize(word)).toMatchObject([{ mention: name, word }]);
  });

  test.each(['@', '@@anna', 'anna@example.org', '@-', '"@anna"', '@room', '@Channel,', '@here'])(
    '%s names nobody',
    (word) => {
      expect(tokenize(word)[0]?.mention).toBeNull();
    },
  );
});

test('words are compared without case, umlauts and gender signs', () => {
  expect(tokenize('ÖFFNEN Bürger*innen Bürger:innen Straße').map((token) => token.folded)).toEqual([
    'oeffnen',
    'buergerinnen',
    'buergerinnen',
    'strasse',
  ]);
});

test('however strange the text, every word is found again at its place, in order and without overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let reached = 0;
      for (const { start, end, word } of tokenize(text)) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toContain(word);
        reached = end;
      }
      expect(text.slice(reached).trim().length).toBeLessThanOrEqual(text.length - reached);
    }),
  );
});

test('no letter is lost: outside quotes the words are the text without its spaces', () => {
  const letters = fc.stringMatching(/^[a-zäöü@*.,:!?()/ -]{0,40}$/);
  fc.assert(
    fc.property(letters, (text) => {
      expect(wordsOf(text).join('')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
