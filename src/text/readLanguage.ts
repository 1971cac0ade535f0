/** Puts a language together from its files. */
import { dateWordsFrom } from './dates/words.ts';
import { type Entries, type Language, type LanguageFiles, subjectsOf } from './language.ts';

/** `first`: the language in which is said what this one lacks; null for the first one itself. */
export function readLanguage({ tag, files }: LanguageFiles, first: Language | null = null): Language {
  const { name = tag, region = tag, letters = '' } = stringsIn(files.language);
  const subjects = subjectsOf({ files });
  return {
    tag,
    region,
    name,
    letters: letters
      .split(/\s+/)
      .filter(Boolean)
      .map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
    words: { ...first?.words, ...saidIn(files.words) },
    dates: dateWordsFrom(stringsIn(files.dateWords)),
    messages: Object.assign({ ...first?.messages }, ...subjects.map((subject) => saidIn(files[subject]))),
  };

  /** Some tools write what is not translated yet as an empty string. */
  function saidIn(entries: Entries | undefined): Readonly<Record<string, string>> {
    const strings = Object.entries(stringsIn(entries));
    return Object.fromEntries(first === null ? strings : strings.filter(([, value]) => value !== ''));
  }
}

/** Without the notes for translators. */
export function stringsIn(entries: Entries = {}): Readonly<Record<string, string>> {
  const strings = Object.entries(entries).filter(([key]) => !key.startsWith('@'));
  return Object.fromEntries(strings.map(([key, value]) => [key, String(value)]));
}
