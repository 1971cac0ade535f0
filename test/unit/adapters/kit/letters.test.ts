/** No cut goes through a letter, whatever it is made of. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { halves, head } from '../../../../adapters/kit/letters.ts';

const text = fc
  .array(fc.constantFrom('a', 'ß', '👩‍🌾', '👍🏽', 'e\u0301', '🇩🇪', ' ', '\n'))
  .map((parts) => parts.join(''));
const letters = (whole: string) => [...new Intl.Segmenter().segment(whole)].map(({ segment }) => segment);

test('halves are the whole, and end between letters', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const parts = halves(whole);
      expect(parts.join('')).toBe(whole);
      expect(parts).toHaveLength(letters(whole).length < 2 ? 1 : 2);
      expect(letters(whole).slice(0, letters(parts[0] ?? '').length)).toEqual(letters(parts[0] ?? ''));
    }),
  );
});

test('a beginning is as long as it may be', () => {
  fc.assert(
    fc.property(text, fc.nat(30), (whole, max) => {
      const begun = letters(head(whole, max));
      expect(begun).toEqual(letters(whole).slice(0, begun.length));
      expect(begun.join('').length).toBeLessThanOrEqual(max);
      const next = letters(whole)[begun.length];
      if (next !== undefined) expect(begun.join('').length + next.length).toBeGreaterThan(max);
    }),
  );
});
