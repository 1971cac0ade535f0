/**
 * A third language made by machine, known as soon as this module is loaded: every German text in brackets and in Georgian letters. So
 * each Latin letter that is shown in it, and that nobody typed, comes from somewhere else than its files.
 */
import { LANGUAGES } from '../../src/text/catalogue.ts';
import type { Entries, Language } from '../../src/text/language.ts';
import { LANGUAGE_FILES } from '../../src/text/languages/all.generated.ts';
import { readLanguage, stringsIn } from '../../src/text/readLanguage.ts';

/** Georgian: its letters are no others', it has a plural, and Node knows its lists and names. */
export const MACHINE = 'ka';

const LATIN = 'abcdefghijklmnopqrstuvwxyzäöüßé';
const FIRST_GEORGIAN = 0x10d0;

/** The name of the bot and of its umbrella command. */
const NAMES: ReadonlySet<string> = new Set(['mitwirk']);

/** Messages that people type as they stand: brackets would not be understood. */
const TYPED = /^(example|task\.span)\./;

/** Letters replaced; all else stays, also whether letters are large, which Georgian does not know. */
export function inMachine(words: string): string {
  return words.replaceAll(/\p{Script=Latin}/gu, (letter) => {
    const at = LATIN.indexOf(letter.normalize('NFC').toLowerCase());
    if (at < 0) throw new Error(`The machine has no letter for ${letter}`);
    return String.fromCodePoint(FIRST_GEORGIAN + at);
  });
}

/** An ICU message with its words replaced and its arguments, cases and numbers as they are. */
export function messageInMachine(source: string): string {
  let at = 0;
  return source === '' ? '' : `⟦${message()}⟧`;

  function message(): string {
    let made = '';
    while (at < source.length && source[at] !== '}') {
      const to = source.slice(at).search(/[{}]|$/) + at;
      made += inMachine(source.slice(at, to));
      at = to;
      if (source[at] === '{') made += argument();
    }
    return made;
  }

  function argument(): string {
    let made = '';
    for (;;) {
      const to = source.slice(at + 1).search(/[{}]/) + at + 1;
      made += source.slice(at, to);
      at = to;
      if (source[at] === '}') {
        at += 1;
        return `${made}}`;
      }
      // A case of a choice holds a message of its own.
      made += '{';
      at += 1;
      made += message();
    }
  }
}

const [template] = LANGUAGE_FILES;
const files = Object.fromEntries(Object.entries(template.files).map(([file, entries]) => [file, made(file, entries)]));

function made(file: string, entries: Entries): Entries {
  if (file === 'language') return { name: inMachine('maschine'), region: 'ka-GE' };
  const words = file === 'words' || file === 'dateWords';
  const translate = (key: string, text: string) =>
    words ? wordsInMachine(text) : TYPED.test(key) ? inMachine(text) : messageInMachine(text);
  return Object.fromEntries(Object.entries(stringsIn(entries)).map(([key, text]) => [key, translate(key, text)]));
}

function wordsInMachine(words: string): string {
  return words
    .split('|')
    .map((word) => (NAMES.has(word) ? word : inMachine(word)))
    .join('|');
}

(LANGUAGES as unknown as Language[]).push(readLanguage({ tag: MACHINE, files }));
