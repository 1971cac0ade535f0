/** The catalogue of one language as a small voice: plain strings for labels, typed leaves for sentences. */

import type { Zone } from '../domain/time/calendar.ts';
import type { Inline, Text } from '../message/model.ts';
import { languageOf, type MessageParams, messageFormat, translate } from './catalogue.ts';

/** Strings and numbers are filled in literally; leaves and lists of leaves keep their type. */
export type LineParams = Readonly<Record<string, string | number | Inline | Text>>;

export interface Phrases {
  readonly locale: string;
  /** In which dates and times are meant; null where there is no process. */
  readonly zone: Zone | null;
  say(key: string, params?: MessageParams): string;
  line(key: string, params?: LineParams): Text;
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
    say: (key, params) => translate(tag, key, params),
    line: (key, params) => lineOf(tag, key, params ?? {}),
  };
}

function lineOf(locale: string, key: string, params: LineParams): Text {
  const parts = messageFormat(locale, key).formatToParts<Inline | Text>(params as Record<string, string>);
  const line: Inline[] = [];
  for (const part of parts) {
    if (part.type === 0) line.push(text(part.value));
    else line.push(...(Array.isArray(part.value) ? (part.value as Text) : [part.value as Inline]));
  }
  return line;
}
