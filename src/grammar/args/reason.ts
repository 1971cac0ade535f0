/** A reason at the end, with or without the word that introduces one: `weil die Kosten fehlen`. */
import { wordFor } from '../../text/words.ts';
import type { ArgSpec } from './spec.ts';
import { text } from './text.ts';

/** Empty when none was given. */
export function reason(): ArgSpec<string> {
  const rest = text({ optional: true, own: true });
  return {
    ...rest,
    usage: (locale, label) => `[${wordFor(locale, 'because')} <${label}>]`,
    async read(cursor, context) {
      const first = cursor.firstFree();
      const introduced = cursor.occurrences('because').find((occurrence) => occurrence.index === first);
      if (introduced) cursor.take(introduced.index, introduced.length);
      return rest.read(cursor, context);
    },
  };
}
