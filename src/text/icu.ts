/** The one way in which messages are read: in ICU's syntax, without tags, so that `<` in a text is a `<`. */
import { IntlMessageFormat } from 'intl-messageformat';

/** @throws when the message is malformed */
export function icuMessage(locale: string, source: string): IntlMessageFormat {
  return new IntlMessageFormat(source, locale, undefined, { ignoreTag: true });
}
