/** How typed words are compared: case, accents and marks of gender never matter. */
import { describe, expect, test } from '@jest/globals';
import { fold, isSaid } from '../../../src/text/words.ts';

describe('one word is', () => {
  test.each([
    ['Öffnen', 'oeffnen'],
    ['o\u0308ffnen', 'öffnen'],
    ['Maßnahme', 'massnahme'],
    ['MAẞNAHME', 'maßnahme'],
    ['YENİ', 'yeni'],
    ['Yeni', 'yeni'],
    ['KAPANIŞ', 'kapanış'],
    ['École', 'ecole'],
    ['Żółw', 'zolw'],
    ['Łódź', 'lodz'],
    ['Đồng', 'dong'],
    ['ΛΌΓΟΣ', 'λογος'],
    ['ＴＡＳＫ', 'task'],
    ['Bürger*innen', 'buergerinnen'],
    ['Bürger:innen', 'buergerinnen'],
  ])('«%s» and «%s»', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });
});

describe('two words are', () => {
  test.each([
    ['ändern', 'andern'],
    // Marks that are letters of their own: the vowels of Hindi, й and и in Ukrainian.
    ['कि', 'की'],
    ['мій', 'міи'],
    ['task', 'tasks'],
  ])('«%s» and «%s»', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

test('folding what is folded changes nothing', () => {
  for (const word of ['Öffnen', 'YENİ', 'Łódź', 'Đồng', 'ΛΌΓΟΣ', 'मीटिंग', 'їжак', 'Ⅷ½ﬁ']) {
    expect(fold(fold(word))).toBe(fold(word));
  }
});

test('a word of a command is known with accents left out and added', () => {
  expect(isSaid('vote.yes', fold('JÁ'))).toBe(true);
});
