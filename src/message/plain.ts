/** A card as plain text: the shell, notifications, screen readers, and platforms without cards. */
import type { Card, Chart, ChartBar, DateLeaf, Inline, Node, Text } from './model.ts';

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
    case 'date':
      return leaf.text;
    default:
      return leaf satisfies never;
  }
}

/** For readers whose clocks may show another time: `Fr., 19.02.2027, 18:00 Uhr (MEZ)`. A day alone is the same everywhere. */
export function dateWithZone({ text, show, zone }: DateLeaf): string {
  return show === 'dayTime' ? `${text} (${zone})` : text;
}

const PROGRESS_WIDTH = 10;

/** A bar and the same in numbers, because a bar alone tells a screen reader nothing. */
export function progressText(label: string, done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.round((done * PROGRESS_WIDTH) / total);
  return `${'▓'.repeat(filled)}${'░'.repeat(PROGRESS_WIDTH - filled)} ${label}`;
}

/** `AG Bildung: 3 erledigt, 2 offen, 1 überfällig` */
export function barText({ label, parts }: ChartBar): string {
  return `${label}: ${parts.map((part) => `${part.value} ${part.label}`).join(', ')}`;
}

/** What a picture of the chart shows, for those who cannot see it. */
export function chartText({ title, bars }: Chart): string {
  return [`${title}.`, ...bars.map((bar) => `${barText(bar)}.`)].join(' ');
}

/** Every chart of a card, in order. */
export function chartsOf(card: Card): readonly Chart[] {
  return card.body.flatMap((node) => (node.n === 'chart' ? [node.chart] : []));
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
    case 'chart':
      return [node.chart.title, ...node.chart.bars.map((bar) => `- ${barText(bar)}`)];
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
