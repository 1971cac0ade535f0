/** Command words in every language, and how they are compared: accents, case and hyphens never get in the way. */
import { LANGUAGES, languageOf } from './catalogue.ts';

/** Letters of which Unicode does not say that they are others with a mark. */
const UNMARKED: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
};
const UNMARKED_LETTERS = new RegExp(`[${Object.keys(UNMARKED).join('')}]`, 'g');

/** Accents. In scripts where a mark is a letter of its own, as a vowel in Hindi or й in Cyrillic, they stay. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}][\u0300-\u036f]*)[\u0300-\u036f]/gu;

/** What is written between the endings of words for all genders. */
const GENDER_MARKS = /[*:]/g;

/** `Öffnen`, `oeffnen` and `öffnen` are one word, so are `YENİ` and `yeni`, `École` and `ecole`: case and accents never matter. */
export function fold(word: string): string {
  const letters = secondSpellings();
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(letters.found, (letter) => letters.written.get(letter) ?? letter)
    .normalize('NFKD')
    .replaceAll(ACCENTS, '')
    .normalize('NFC')
    .replaceAll(UNMARKED_LETTERS, (letter) => UNMARKED[letter] ?? letter)
    .replaceAll(GENDER_MARKS, '');
}

interface Spellings {
  readonly found: RegExp;
  readonly written: ReadonlyMap<string, string>;
}

let spellings: Spellings | null = null;

/** The letters that some language also writes as others, such as `ä` as `ae`. Where two disagree, the first one holds. */
function secondSpellings(): Spellings {
  if (spellings) return spellings;
  const written = new Map(LANGUAGES.toReversed().flatMap(({ letters }) => letters));
  spellings = { found: new RegExp(`[${[...written.keys()].join('')}]`, 'gu'), written };
  return spellings;
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
