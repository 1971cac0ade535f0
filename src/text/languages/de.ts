/** German. */
import type { Language } from '../language.ts';

export const de = {
  tag: 'de',
  name: 'Deutsch',
  words: {},
  // — dates —
  dates: {} as never,
  messages: {
    // — dates —
    // — vote —
  },
} as const satisfies Language;
