/** Command words in every language, and how they are compared: umlauts, case and hyphens never get in the way. */
import { LANGUAGES, languageOf } from './catalogue.ts';

/** `Öffnen`, `oeffnen` and `öffnen` are one word. */
export function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll('*', '')
    .replaceAll(':', '');
}

const synonyms = new Map<string, readonly (readonly string[])[]>();

/** Whether folded words are a way of saying the code word, in any language. */
export function isSaid(code: string, folded: string): boolean {
  return waysToSay(code).some((way) => way.join(' ') === folded);
}

/** Every way of saying a code word, in all languages, longest first; each is a list of folded words. */
export function waysToSay(code: string): readonly (readonly string[])[] {
  const known = synonyms.get(code);
  if (known) return known;
  const ways = new Map<string, readonly string[]>();
  for (const language of LANGUAGES) {
    for (const phrase of phrasesOf(language.words[code])) {
      const words = phrase.split(' ').map(fold);
      ways.set(words.join(' '), words);
    }
  }
  if (ways.size === 0) throw new Error(`No language has a word for ${code}`);
  const sorted = [...ways.values()].sort((a, b) => b.length - a.length);
  synonyms.set(code, sorted);
  return sorted;
}

function phrasesOf(entry: string | undefined): readonly string[] {
  return entry ? entry.split('|') : [];
}

/** Every word for a code word in every language, as people write it. */
export function allWordsFor(code: string): readonly string[] {
  return LANGUAGES.flatMap((language) => phrasesOf(language.words[code]));
}

/** The word shown in a language: the first of its list. */
export function wordFor(locale: string, code: string): string {
  const word = phrasesOf(languageOf(locale).words[code])[0];
  if (word === undefined) throw new Error(`The language ${locale} has no word for ${code}`);
  return word;
}

/** A command as it is typed in a language: `typed('de', 'vote', 'yes', 'B-3')` is `/beschluss ja B-3`. */
export function typed(locale: string, family: string, verb: string | null, ...rest: readonly string[]): string {
  const words = [`/${wordFor(locale, family)}`];
  if (verb !== null) words.push(wordFor(locale, `${family}.${verb}`));
  return [...words, ...rest].join(' ');
}
