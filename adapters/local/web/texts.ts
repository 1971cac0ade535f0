/** The texts of the page in one language. */
import { LANGUAGES, languageOf } from '../../../src/text/catalogue.ts';

const PREFIX = 'page.';

/** By key without `page.`. They hold no ICU choices: the page only fills in `{names}`. */
export function textsOf(locale: string) {
  const { tag, messages } = languageOf(locale);
  const own = Object.entries(messages).filter(([key]) => key.startsWith(PREFIX));
  return {
    locale: tag,
    languages: LANGUAGES.map((language) => ({ tag: language.tag, name: language.name })),
    texts: Object.fromEntries(own.map(([key, text]) => [key.slice(PREFIX.length), text])),
  };
}
