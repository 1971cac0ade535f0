/** What the adapter itself has to say, as a card. */
import type { Card } from '../../src/message/model.ts';
import { translate } from '../../src/text/catalogue.ts';

export function note(locale: string, key: string, params: Readonly<Record<string, string>> = {}): Card {
  return {
    title: '',
    body: [{ n: 'paragraph', text: [{ t: 'text', text: translate(locale, key, params) }] }],
    attention: 'quiet',
  };
}
