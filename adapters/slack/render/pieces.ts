/** A card cut into pieces that may stand on different messages: one node each, long ones in several. */
import type { Card, Chart, Node, Text } from '../../../src/message/model.ts';
import { barText, chartText, plainText, progressText } from '../../../src/message/plain.ts';
import { actionPieces } from './buttons.ts';
import { type Leaf, leavesOf, type Mentions, NOBODY, words } from './leaves.ts';
import { below, HEADER_TEXT, IMAGE_ALT_TEXT } from './limits.ts';
import { type Piece, rich, small } from './piece.ts';
import { inPieces, shorten } from './shorten.ts';

/** No piece is longer, so that every page holds at least one. */
const PIECE_TEXT = 2_500;

export interface Shown {
  readonly mentions: Mentions;
  /** Slack's ids of the pictures of charts; what is not in it is shown in words alone. */
  readonly pictures: ReadonlyMap<Chart, string>;
}

export const IN_WORDS: Shown = { mentions: NOBODY, pictures: new Map() };

export function piecesOf(card: Card, shown: Shown): readonly Piece[] {
  return [...titlePieces(card.title), ...card.body.flatMap((node, index) => nodePieces(node, index, shown))];
}

/** A title too long for a header is not cut: it becomes a bold line. */
function titlePieces(title: string): readonly Piece[] {
  if (title === '') return [];
  if (title.length > below(HEADER_TEXT)) return [boldLine(title)];
  const text = { type: 'plain_text', text: title, emoji: false } as const;
  return [{ blocks: [{ type: 'header', text }], plain: title, leads: true }];
}

function boldLine(line: string): Piece {
  return { ...rich([{ type: 'rich_text_section', elements: [words(line, { bold: true })] }], line), leads: true };
}

function nodePieces(node: Node, index: number, { mentions, pictures }: Shown): readonly Piece[] {
  switch (node.n) {
    case 'paragraph':
      return paragraphPieces(node.text, node.tone, mentions);
    case 'quote':
      return cut(node.text).map((line) =>
        rich([{ type: 'rich_text_quote', elements: leavesOf(line, mentions) }], plainText(line)),
      );
    case 'heading':
      return [boldLine(node.text)];
    case 'list':
      return listPieces(node.items, mentions);
    case 'fields':
      return fieldPieces(node.items, mentions);
    case 'progress':
      return [small(progressText(node.label, node.done, node.total))];
    case 'chart':
      return chartPieces(node.chart, pictures.get(node.chart));
    case 'divider':
      return [{ blocks: [{ type: 'divider' }], plain: '', leads: true }];
    case 'actions':
      return actionPieces(node.items, index);
    case 'poll':
      return [];
    default:
      return node satisfies never;
  }
}

/** The picture first, then its numbers in words. */
function chartPieces(chart: Chart, file: string | undefined): readonly Piece[] {
  const rows = listPieces(
    chart.bars.map((bar) => [{ t: 'text', text: barText(bar) }]),
    NOBODY,
  );
  return [boldLine(chart.title), ...(file === undefined ? [] : [picturePiece(chart, file)]), ...rows];
}

function picturePiece(chart: Chart, id: string): Piece {
  const alt = shorten(chartText(chart), below(IMAGE_ALT_TEXT));
  return { blocks: [{ type: 'image', slack_file: { id }, alt_text: alt }], plain: '', leads: true };
}

const WARNING = words('⚠️ ');

function paragraphPieces(
  text: Text,
  tone: Extract<Node, { n: 'paragraph' }>['tone'],
  mentions: Mentions,
): readonly Piece[] {
  return cut(text).flatMap((line, index) => {
    const plain = plainText(line);
    if (plain === '') return [];
    if (tone === 'muted' && line.every((leaf) => leaf.t === 'text' && leaf.style !== 'code')) return [small(plain)];
    const leaves = leavesOf(line, mentions);
    const elements = tone === 'warning' && index === 0 ? [WARNING, ...leaves] : leaves;
    return [rich([{ type: 'rich_text_section', elements }], plain)];
  });
}

function listPieces(items: readonly Text[], mentions: Mentions): readonly Piece[] {
  return items.flatMap((item) =>
    cut(item).map((line) => {
      const section = { type: 'rich_text_section', elements: leavesOf(line, mentions) } as const;
      return rich([{ type: 'rich_text_list', style: 'bullet', elements: [section] }], `• ${plainText(line)}`);
    }),
  );
}

function fieldPieces(items: Extract<Node, { n: 'fields' }>['items'], mentions: Mentions): readonly Piece[] {
  return items.flatMap(({ label, value }) =>
    cut(value).map((line, index) => {
      const name: Leaf[] = index === 0 ? [words(`${label}: `, { bold: true })] : [];
      const plain = index === 0 ? `${label}: ${plainText(line)}` : plainText(line);
      return rich([{ type: 'rich_text_section', elements: [...name, ...leavesOf(line, mentions)] }], plain);
    }),
  );
}

/** A line in lines of at most {@link PIECE_TEXT}; only literal text is ever cut. */
function cut(line: Text): readonly Text[] {
  if (plainText(line).length <= PIECE_TEXT) return [line];
  const lines: Text[] = [];
  let current: Text = [];
  const room = () => PIECE_TEXT - plainText(current).length;
  for (const leaf of line) {
    const parts = leaf.t === 'text' ? inPieces(leaf.text, PIECE_TEXT).map((text) => ({ ...leaf, text })) : [leaf];
    for (const part of parts) {
      if (plainText([part]).length > room()) {
        if (current.length > 0) lines.push(current);
        current = [];
      }
      current = [...current, part];
    }
  }
  return [...lines, current];
}
