/** The few sentences the adapter says by itself. */
import type { Card } from '../../src/message/model.ts';
import { type LineParams, phrases } from '../../src/text/phrases.ts';

export function sentence(locale: string, key: string, params: LineParams = {}): Card {
  return { title: '', body: [{ n: 'paragraph', text: phrases(locale).line(key, params) }], attention: 'quiet' };
}
