/** The catalogue of one language as a small voice: plain strings for labels, typed leaves for sentences. */

import type { Zone } from '../domain/time/calendar.ts';
import type { Inline, Text } from '../message/model.ts';
import { languageOf, messageFormat, translate } from './catalogue.ts';
import type { LineParams, MessageKey, MessageParams, Said } from './messages.ts';

export interface Phrases {
  readonly locale: string;
  /** In which dates and times are meant; null where there is no process. */
  readonly zone: Zone | null;
  say<Key extends MessageKey>(key: Key, ...params: MessageParams<Key>): string;
  line<Key extends MessageKey>(key: Key, ...params: LineParams<Key>): Text;
  /** A message that was chosen elsewhere. */
  lineOf(message: Said): Text;
}

/** Literal text as a leaf. */
export function text(value: string, style?: 'bold' | 'italic' | 'code'): Inline {
  return style ? { t: 'text', text: value, style } : { t: 'text', text: value };
}

export function phrases(locale: string, zone: Zone | null = null): Phrases {
  const { tag } = languageOf(locale);
  return {
    locale: tag,
    zone,
    say: (key, ...params) => translate(tag, key, ...params),
    line: (key, ...[params = {}]) => lineOf(tag, key, params),
    lineOf: ({ key, params }) => lineOf(tag, key, params),
  };
}

function lineOf(locale: string, key: MessageKey, params: object): Text {
  const parts = messageFormat(locale, key).formatToParts<Inline | Text>(params as Record<string, string>);
  const line: Inline[] = [];
  for (const part of parts) {
    if (part.type === 0) line.push(text(part.value));
    else line.push(...(Array.isArray(part.value) ? (part.value as Text) : [part.value as Inline]));
  }
  return line;
}
