/** Whom a card names. */
import type { PersonId } from '../../src/domain/ids.ts';
import type { Card, Node, Text } from '../../src/message/model.ts';

/** Each of them once, in the order of the card. */
export function namedIn(card: Card): readonly PersonId[] {
  const leaves = card.body.flatMap(linesOf).flat();
  return [...new Set(leaves.flatMap((leaf) => (leaf.t === 'person' ? [leaf.id] : [])))];
}

function linesOf(node: Node): readonly Text[] {
  switch (node.n) {
    case 'paragraph':
    case 'quote':
      return [node.text];
    case 'list':
      return node.items;
    case 'fields':
      return node.items.map(({ value }) => value);
    case 'heading':
    case 'progress':
    case 'chart':
    case 'divider':
    case 'actions':
    case 'poll':
      return [];
    default:
      return node satisfies never;
  }
}
