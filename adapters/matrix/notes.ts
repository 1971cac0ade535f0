/** The few sentences the adapter says by itself. */
import type { Card } from '../../src/message/model.ts';
import type { LineParams, MessageKey } from '../../src/text/messages.ts';
import { phrases } from '../../src/text/phrases.ts';

export function sentence<Key extends MessageKey>(locale: string, key: Key, ...params: LineParams<Key>): Card {
  return { title: '', body: [{ n: 'paragraph', text: phrases(locale).line(key, ...params) }], attention: 'quiet' };
}
