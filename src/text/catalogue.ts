/** All languages, and messages by language and key. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language.ts';
import { LANGUAGE_FILES } from './languages/all.generated.ts';
import { readLanguage } from './readLanguage.ts';

const [template, ...translations] = LANGUAGE_FILES;
const first = readLanguage(template);

/** The first is the one used where nothing was chosen, and for what a language lacks. */
export const LANGUAGES: readonly [Language, ...Language[]] = [
  first,
  ...translations.map((files) => readLanguage(files, first)),
];

export const DEFAULT_LOCALE = LANGUAGES[0].tag;

export type MessageParams = Readonly<Record<string, string | number | boolean>>;

/** The language of a tag, or the default one: a locale out of a stored row must never stop a message. */
export function languageOf(locale: string): Language {
  return LANGUAGES.find((language) => language.tag === locale) ?? LANGUAGES[0];
}

export function isLocale(locale: string): boolean {
  return LANGUAGES.some((language) => language.tag === locale);
}

/** The tag for `en`, `English` or `Englisch`; null when no language is called so. */
export function localeNamed(word: string): string | null {
  const wanted = word.trim().toLowerCase();
  const called = ({ tag }: Language) => [
    tag,
    ...LANGUAGES.map((language) => new Intl.DisplayNames(language.tag, { type: 'language' }).of(tag)?.toLowerCase()),
  ];
  return LANGUAGES.find((language) => called(language).includes(wanted))?.tag ?? null;
}

/** What a language is called in another: `Englisch`. */
export function languageName(locale: string, tag: string): string {
  return new Intl.DisplayNames(languageOf(locale).tag, { type: 'language' }).of(tag) ?? tag;
}

const formats = new Map<string, IntlMessageFormat>();

/** The compiled message. @throws when the catalogue has no such key: a mistake in the code, never in what people type. */
export function messageFormat(locale: string, key: string): IntlMessageFormat {
  const language = languageOf(locale);
  const id = `${language.tag} ${key}`;
  const known = formats.get(id);
  if (known) return known;
  const source = language.messages[key];
  if (source === undefined) throw new Error(`The catalogue ${language.tag} has no message ${key}`);
  const format = new IntlMessageFormat(source, language.tag, undefined, { ignoreTag: true });
  formats.set(id, format);
  return format;
}

/** The message as a plain string. Parameters are filled in literally. */
export function translate(locale: string, key: string, params: MessageParams = {}): string {
  return String(messageFormat(locale, key).format(params as Record<string, string | number>));
}

export function hasMessage(key: string): boolean {
  return LANGUAGES[0].messages[key] !== undefined;
}
