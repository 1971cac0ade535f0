/** What one language consists of. Adding a language is a folder of files: docs/languages.md. */
import type { DateWords } from './dates/words.ts';

export interface Language {
  /** BCP 47 tag, also the name of the folder. */
  readonly tag: string;
  /** The tag with a region, for lists and plurals as they are written there. */
  readonly region: string;
  /** The language's own name, as people pick it. */
  readonly name: string;
  /** Letters that are also written as others: `ä` as `ae`. */
  readonly letters: readonly (readonly [letter: string, written: string])[];
  /** Words typed in commands: code name to the words for it, the first is the one shown. Several words: separated by `|`. */
  readonly words: Readonly<Record<string, string>>;
  /** Words of dates and spans. */
  readonly dates: DateWords;
  /** ICU messages by key. */
  readonly messages: Readonly<Record<string, string>>;
}

/** The files of a language as they stand in its folder, by their names without the ending. */
export interface LanguageFiles {
  readonly tag: string;
  readonly files: Readonly<Record<string, Entries>>;
}

/** An ARB file: strings by key, and notes for translators under keys that begin with `@`. */
export type Entries = Readonly<Record<string, unknown>>;

/** Files that hold no messages. */
const WORD_FILES: readonly string[] = ['language', 'words', 'dateWords'];

/** The names of the files that hold messages. */
export function subjectsOf({ files }: Pick<LanguageFiles, 'files'>): readonly string[] {
  return Object.keys(files).filter((file) => !WORD_FILES.includes(file));
}
