/** A card as plain text: the shell, notifications, screen readers, and platforms without cards. */
import type { Card, Inline, Node, Text } from './model.ts';

export function plainText(line: Text): string {
  return line.map(plainInline).join('');
}

function plainInline(leaf: Inline): string {
  switch (leaf.t) {
    case 'text':
      return leaf.text;
    case 'link':
      return leaf.text === leaf.url ? leaf.url : `${leaf.text} (${leaf.url})`;
    case 'person':
      return leaf.name;
    default:
      return leaf satisfies never;
  }
}

const PROGRESS_WIDTH = 10;

/** A bar and the same in numbers, because a bar alone tells a screen reader nothing. */
export function progressText(label: string, done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.round((done * PROGRESS_WIDTH) / total);
  return `${'▓'.repeat(filled)}${'░'.repeat(PROGRESS_WIDTH - filled)} ${label}`;
}

function plainNode(node: Node): readonly string[] {
  switch (node.n) {
    case 'paragraph':
      return plainText(node.text).split('\n');
    case 'quote':
      return plainText(node.text)
        .split('\n')
        .map((line) => `| ${line}`);
    case 'heading':
      return [node.text];
    case 'list':
      return node.items.flatMap(plainItem);
    case 'fields':
      return node.items.map((field) => `${field.label}: ${plainText(field.value)}`);
    case 'progress':
      return [progressText(node.label, node.done, node.total)];
    case 'divider':
      return ['---'];
    case 'actions':
    case 'poll':
      return [];
    default:
      return node satisfies never;
  }
}

/** Further lines of an item stand below its first. */
function plainItem(item: Text): readonly string[] {
  return plainText(item)
    .split('\n')
    .map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

/** The lines of a card: title, body, and the labels of all buttons in one last line. */
export function plainLines(card: Card): readonly string[] {
  const lines = card.title === '' ? [] : [card.title];
  for (const node of card.body) lines.push(...plainNode(node));
  const labels = actionsOf(card).map((action) => `[${action.label}]`);
  return labels.length === 0 ? lines : [...lines, labels.join(' ')];
}

/** Every button of a card, in order. */
export function actionsOf(card: Card) {
  return card.body.flatMap((node) => (node.n === 'actions' ? node.items : []));
}
