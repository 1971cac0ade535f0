/** All languages, and messages by language and key. */
import type { IntlMessageFormat } from 'intl-messageformat';
import { icuMessage } from './icu.ts';
import type { Language } from './language.ts';
import { LANGUAGE_FILES } from './languages/all.generated.ts';
import type { MessageKey, MessageParams, PlainKey, Said } from './messages.ts';
import { readLanguage } from './readLanguage.ts';

const [template, ...translations] = LANGUAGE_FILES;
const first = readLanguage(template);

/** The first is the one used where nothing was chosen, and for what a language lacks. */
export const LANGUAGES: readonly [Language, ...Language[]] = [
  first,
  ...translations.map((files) => readLanguage(files, first)),
];

export const DEFAULT_LOCALE = LANGUAGES[0].tag;

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
export function messageFormat(locale: string, key: MessageKey): IntlMessageFormat {
  const language = languageOf(locale);
  const id = `${language.tag} ${key}`;
  const known = formats.get(id);
  if (known) return known;
  const source = language.messages[key];
  if (source === undefined) throw new Error(`The catalogue ${language.tag} has no message ${key}`);
  const format = icuMessage(language.tag, source);
  formats.set(id, format);
  return format;
}

/** The message as a plain string. Parameters are filled in literally. */
export function translate<Key extends MessageKey>(
  locale: string,
  key: Key,
  ...[params = {}]: MessageParams<Key>
): string {
  return spoken(locale, { key, params });
}

/** The same for a message that was chosen elsewhere. */
export function spoken(locale: string, { key, params }: Said): string {
  return String(messageFormat(locale, key).format(params as Record<string, string | number>));
}

/**
 * A key put together from the names that a command's declaration gives, which the compiler does not follow. A test asks
 * for the messages of every declaration.
 * @throws when the catalogue has no such key
 */
export function declaredKey(key: string): PlainKey {
  if (LANGUAGES[0].messages[key] === undefined) throw new Error(`No message ${key} for what is declared`);
  return key as PlainKey;
}
