/** The names of command families in every language, read off the catalogue. */
import { LANGUAGES } from '../../../src/text/catalogue.ts';
import { allWordsFor } from '../../../src/text/words.ts';
import type { FamilyNames } from './commands.ts';

let names: FamilyNames | undefined;

export function familyNames(): FamilyNames {
  names ??= new Set(
    Object.keys(LANGUAGES[0].messages)
      .flatMap((key) => /^family\.(\w+)$/.exec(key)?.[1] ?? [])
      .flatMap((family) => allWordsFor(family))
      .map((word) => word.toLowerCase()),
  );
  return names;
}
