/** The words of a command while its arguments take theirs. */
import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../../src/domain/failure.ts';
import { Cursor, pointing } from '../../../src/grammar/cursor.ts';
import { tokenize } from '../../../src/grammar/tokens.ts';

const cursorOn = (text: string) => new Cursor(text, tokenize(text));

describe('free words', () => {
  test('are taken once, and what follows moves up', () => {
    const cursor = cursorOn('eins zwei drei');

    expect(cursor.take(0, 2).map((token) => token.word)).toEqual(['eins', 'zwei']);
    expect(cursor.free()).toEqual([2]);
    expect(cursor.firstFree()).toBe(2);
    cursor.take(2);
    expect(cursor.firstFree()).toBeNull();
  });

  test('run on until one is taken', () => {
    const cursor = cursorOn('a b c d');
    cursor.take(2);

    expect(cursor.runFrom(0).map((token) => token.word)).toEqual(['a', 'b']);
    expect(cursor.runFrom(2)).toEqual([]);
  });

  test('are read as text just as they were typed, line breaks and all', () => {
    expect(cursorOn('Erste  Zeile\n\n  zweite "Zeile"').freeText()).toBe('Erste  Zeile\n\n  zweite "Zeile"');
  });

  test('have one space where a taken one stood between them', () => {
    const cursor = cursorOn('Kurse\n@anna   planen');
    cursor.take(1);

    expect(cursor.freeText()).toBe('Kurse planen');
  });

  test('lose the comma before what was taken from their end', () => {
    const cursor = cursorOn('Räume finden, und Kurse, @anna');
    cursor.take(4);

    expect(cursor.freeText()).toBe('Räume finden, und Kurse');
    expect(cursorOn('Räume finden,').freeText()).toBe('Räume finden,');
  });

  test('that are one quoted piece lose their quotes; two pieces keep them', () => {
    expect(cursorOn('„Kurse planen“').freeText()).toBe('Kurse planen');
    expect(cursorOn('„Kurse“ „planen“').freeText()).toBe('„Kurse“ „planen“');
  });
});

describe('keywords', () => {
  test('are found in every language and spelling, the longest first', () => {
    expect(cursorOn('x Bis y UNTIL z').occurrences('until')).toEqual([
      { index: 1, length: 1 },
      { index: 3, length: 1 },
    ]);
    expect(cursorOn('on behalf of Anna').occurrences('input.behalf')[0]).toEqual({ index: 0, length: 3 });
  });

  test('may have a comma or an exclamation mark behind them', () => {
    expect(cursorOn('ja, weil').occurrences('vote.yes')).toEqual([{ index: 0, length: 1 }]);
    expect(cursorOn('wieder, öffnen!').occurrences('task.reopen')).toEqual([]);
    expect(cursorOn('wieder öffnen!').occurrences('task.reopen')).toEqual([{ index: 0, length: 2 }]);
  });

  test('are none inside quotes, or where a word of them is taken', () => {
    expect(cursorOn('"bis"').occurrences('until')).toEqual([]);
    const cursor = cursorOn('vertretung von');
    cursor.take(1);
    expect(cursor.occurrences('deputyOf')).toEqual([]);
  });
});

describe('a refusal', () => {
  test('points at its word, or behind the text', () => {
    const cursor = cursorOn('eins zwei');

    expect(failureOf(() => cursor.refuse({ code: 'fault' }, cursor.token(1)))).toMatchObject({
      at: { start: 5, end: 9 },
    });
    expect(failureOf(() => cursor.refuse({ code: 'fault' }))).toMatchObject({ at: { start: 9, end: 9 } });
  });

  test('from inside an argument gets the place of its word, unless it has one', async () => {
    const token = cursorOn('eins zwei').token(1);
    const pointless = pointing(async () => {
      throw new Refusal({ code: 'fault' });
    }, token);
    const pointed = pointing(async () => {
      throw new Refusal({ code: 'fault', at: { start: 1, end: 2 } });
    }, token);

    await expect(pointless).rejects.toMatchObject({ failure: { at: { start: 5, end: 9 } } });
    await expect(pointed).rejects.toMatchObject({ failure: { at: { start: 1, end: 2 } } });
  });

  test('is told apart from a fault, which passes through', async () => {
    const fault = pointing(async () => {
      throw new TypeError('a mistake in the code');
    }, cursorOn('eins').token(0));

    await expect(fault).rejects.toBeInstanceOf(TypeError);
    expect(() => cursorOn('eins').token(7)).toThrow(RangeError);
  });

  function failureOf(work: () => unknown): unknown {
    try {
      work();
    } catch (error) {
      return error instanceof Refusal ? error.failure : error;
    }
    throw new Error('Nothing was refused');
  }
});
