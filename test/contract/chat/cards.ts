/** Cards for the contract of a chat, and what is read of them on the platform. */
import type { Card, Node } from '../../../src/message/model.ts';
import type { Shown } from '../../support/shown.ts';

export function cardOf(body: readonly Node[], title = '', attention: Card['attention'] = 'quiet'): Card {
  return { title, body, attention };
}

export function paragraph(text: string): Node {
  return { n: 'paragraph', text: [{ t: 'text', text }] };
}

/** One sentence. */
export function saying(text: string): Card {
  return cardOf([paragraph(text)]);
}

/** `§A0` and so on, each in a paragraph of six hundred letters. */
export function longCard(name: string, paragraphs: number): Card {
  const filler = 'viel '.repeat(120);
  return cardOf(Array.from({ length: paragraphs }, (_, n) => paragraph(`${mark(name, n)} ${filler}`)));
}

export function marksOf(name: string, paragraphs: number): readonly string[] {
  return Array.from({ length: paragraphs }, (_, n) => mark(name, n));
}

const mark = (name: string, n: number) => `§${name}${n}`;

/** The marks that can be read, in order. */
export function marksIn(messages: readonly Shown[]): readonly string[] {
  return messages.flatMap(({ text }) => text.match(/§\w+/g) ?? []);
}

/** The messages that say so. */
export function about(words: string, messages: readonly Shown[]): readonly Shown[] {
  return messages.filter(({ text }) => text.includes(words));
}

export const CHART_WORDS = 'Stand der Aufgaben. AG Bildung: 3 erledigt, 2 offen.';

export function chart(): Node {
  const parts = [
    { label: 'erledigt', value: 3, tone: 'good' },
    { label: 'offen', value: 2, tone: 'neutral' },
  ] as const;
  return { n: 'chart', chart: { title: 'Stand der Aufgaben', bars: [{ label: 'AG Bildung', parts }] } };
}
