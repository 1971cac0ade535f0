/** Cuts a card that is too large for one event: between its nodes, between items, and within a text only when nothing else helps. */
import type { Card, Node, Text } from '../../../src/message/model.ts';
import { plainLines } from '../../../src/message/plain.ts';
import { halves as halvedLetters } from '../../kit/letters.ts';
import { htmlOf, type People } from './html.ts';

export function bytesOf(card: Card, people: People): number {
  return Buffer.byteLength(plainLines(card).join('\n')) + Buffer.byteLength(htmlOf(card, people));
}

/** At least one card; all of them together say what the one says, in order. Each has at most `limit` bytes as body and HTML. */
export function split(card: Card, people: People, limit: number): readonly [Card, ...Card[]] {
  const fits = (body: readonly Node[], title: string) => bytesOf({ ...card, title, body }, people) <= limit;
  if (fits(card.body, card.title)) return [card];
  // A title leaves room for something below it.
  const pieces = card.body.flatMap((node) => divided(node, (part) => fits([part], card.title)));
  const first: Card = { ...card, body: [] };
  const cards: [Card, ...Card[]] = [first];
  for (const piece of pieces) {
    const last = cards.at(-1) ?? first;
    const body = [...last.body, piece];
    if (fits(body, last.title)) cards[cards.length - 1] = { ...last, body };
    else cards.push({ ...card, title: '', body: [piece] });
  }
  return cards;
}

/** The node in as many pieces as it takes for each to fit. */
function divided(node: Node, fits: (part: Node) => boolean): readonly Node[] {
  if (fits(node)) return [node];
  const halves = halved(node);
  return halves.length > 1 ? halves.flatMap((half) => divided(half, fits)) : [node];
}

function halved(node: Node): readonly Node[] {
  switch (node.n) {
    case 'list':
      if (node.items.length > 1) return halves(node.items).map((items) => ({ ...node, items }));
      return halvedText(node.items[0] ?? []).map((item) => ({ ...node, items: [item] }));
    case 'fields':
      if (node.items.length > 1) return halves(node.items).map((items) => ({ ...node, items }));
      return node.items.flatMap(({ label, value }) =>
        halvedText(value).map((half) => ({ ...node, items: [{ label, value: half }] })),
      );
    case 'paragraph':
    case 'quote':
      return halvedText(node.text).map((text) => ({ ...node, text }));
    case 'heading':
    case 'progress':
    case 'chart':
    case 'divider':
    case 'actions':
    case 'poll':
      return [node];
    default:
      return node satisfies never;
  }
}

function halvedText(text: Text): readonly Text[] {
  if (text.length > 1) return halves(text);
  const [only] = text;
  if (only?.t !== 'text') return [text];
  return halvedLetters(only.text).map((half) => [{ ...only, text: half }]);
}

function halves<T>(items: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}
