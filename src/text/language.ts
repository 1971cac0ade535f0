/** What one language consists of. Adding a language is one file in `languages/` and one line in `catalogue.ts`. */
import type { DateWords } from './dates/words.ts';

export interface Language {
  /** BCP 47 tag, also the name of the file. */
  readonly tag: string;
  /** The tag with a region, for lists and plurals as they are written there. */
  readonly region: string;
  /** The language's own name, as people pick it. */
  readonly name: string;
  /** Words typed in commands: code name to the words for it, the first is the one shown. Several words: separated by `|`. */
  readonly words: Readonly<Record<string, string>>;
  /** Words of dates and spans. */
  readonly dates: DateWords;
  /** ICU messages by key. */
  readonly messages: Readonly<Record<string, string>>;
}
