/** English. */
import type { Language } from '../language.ts';

export const en = {
  tag: 'en',
  name: 'English',
  words: {},
  // — dates —
  dates: {} as never,
  messages: {
    // — dates —
    // — vote —
  },
} as const satisfies Language;
