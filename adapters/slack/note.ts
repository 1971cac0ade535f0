/** What the adapter itself has to say, as a card. */
import type { Card } from '../../src/message/model.ts';
import { translate } from '../../src/text/catalogue.ts';
import type { MessageKey, MessageParams } from '../../src/text/messages.ts';

export function note<Key extends MessageKey>(locale: string, key: Key, ...params: MessageParams<Key>): Card {
  return {
    title: '',
    body: [{ n: 'paragraph', text: [{ t: 'text', text: translate(locale, key, ...params) }] }],
    attention: 'quiet',
  };
}
