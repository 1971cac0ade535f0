/** A message as its reader gets it: lines of pieces, from blocks of every kind. */
import { isObject, type Json } from '../blocks/check.ts';
import { type Piece, pieces } from './control.ts';

/** `marked`: `*bold*` and its like are formatting, which a reader does not see as characters. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly marked: boolean;
}

export interface Written {
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly names: boolean;
  readonly mrkdwn: boolean;
}

export function textLines({ text, names, mrkdwn }: Written): Line[] {
  const lines = text === '' ? [] : text.split('\n');
  return lines.map((line) => ({ pieces: pieces(line, { autolink: true, names }), marked: mrkdwn }));
}

export function blockLines(blocks: readonly unknown[]): Line[] {
  return blocks.filter(isObject).flatMap(linesOf);
}

function linesOf(block: Json): Line[] {
  switch (block.type) {
    case 'divider':
      return [literally('---')];
    case 'image':
      return [...optional(block.title), literally(`(${String(block.alt_text)})`)];
    case 'markdown':
      return [{ pieces: pieces(String(block.text), { autolink: true, names: false }), marked: true }];
    case 'section':
      return [...optional(block.text), ...children(block.fields).flatMap(textObject), ...inARow([block.accessory])];
    case 'context':
    case 'actions':
    case 'context_actions':
      return inARow(children(block.elements));
    case 'input':
      return [...optional(block.label), ...inARow([block.element]), ...optional(block.hint)];
    case 'rich_text':
      return richLines(block);
    case 'table':
    case 'data_table':
      return rows(block.rows);
    default:
      return Object.values(block).flatMap((part) => (isObject(part) ? optional(part) : blockLines(children(part))));
  }
}

function children(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function literally(text: string): Line {
  return { pieces: [{ kind: 'text', text }], marked: false };
}

function optional(value: unknown): Line[] {
  return isObject(value) ? textObject(value) : [];
}

function textObject(object: Json): Line[] {
  const text = String(object.text ?? '');
  if (object.type === 'plain_text' || object.type === 'raw_text') return text.split('\n').map(literally);
  if (object.type !== 'mrkdwn') return linesOf(object);
  const grammar = { autolink: object.verbatim !== true, names: false };
  return text.split('\n').map((line) => ({ pieces: pieces(line, grammar), marked: true }));
}

/** Texts beside each other, and elements by their label: `[Erledigt] [Mehr]`. */
function inARow(parts: readonly unknown[]): Line[] {
  const shown = parts.filter(isObject).map(elementLine);
  if (shown.length === 0) return [];
  const between: Piece = { kind: 'text', text: ' ' };
  const row = shown.flatMap((line, index) => (index === 0 ? line.pieces : [between, ...line.pieces]));
  return [{ pieces: row, marked: shown.some((line) => line.marked) }];
}

function elementLine(element: Json): Line {
  if (element.type === 'plain_text' || element.type === 'mrkdwn') {
    const lines = textObject(element);
    return { pieces: lines.flatMap((line) => line.pieces), marked: element.type === 'mrkdwn' };
  }
  if (element.type === 'image') return literally(`(${String(element.alt_text)})`);
  return literally(`[${labelOf(element)}]`);
}

/** What a person calls a button or a menu. */
export function labelOf(element: Json): string {
  const named = [element.text, element.placeholder].find(isObject);
  return String(named?.text ?? element.type);
}

function rows(value: unknown): Line[] {
  const found = Array.isArray(value) ? value : [];
  return found.map((row) => {
    const cells = children(row).map((cell) => optional(cell).flatMap((line) => line.pieces));
    const bar: Piece = { kind: 'text', text: ' | ' };
    return { pieces: cells.flatMap((cell, index) => (index === 0 ? cell : [bar, ...cell])), marked: false };
  });
}

function richLines(block: Json): Line[] {
  return children(block.elements).flatMap((part): Line[] => {
    const leaves = children(part.elements);
    if (part.type === 'rich_text_list') {
      return leaves.flatMap((item, index) => {
        const bullet = part.style === 'ordered' ? `${index + 1}. ` : '• ';
        return prefixed(bullet, broken(children(item.elements)));
      });
    }
    return part.type === 'rich_text_quote' ? prefixed('> ', broken(leaves)) : broken(leaves);
  });
}

function prefixed(prefix: string, lines: Line[]): Line[] {
  return lines.map((line) => ({ ...line, pieces: [{ kind: 'text', text: prefix }, ...line.pieces] }));
}

/** Leaves with the line breaks inside them made lines. */
function broken(leaves: readonly Json[]): Line[] {
  const lines: Piece[][] = [[]];
  for (const leaf of leaves.map(leafPiece)) {
    const [first = '', ...more] = leaf.kind === 'text' ? leaf.text.split('\n') : [];
    lines.at(-1)?.push(leaf.kind === 'text' ? { kind: 'text', text: first } : leaf);
    for (const text of more) lines.push([{ kind: 'text', text }]);
  }
  if (lines.length > 1 && lines.at(-1)?.every((piece) => piece.kind === 'text' && piece.text === '')) lines.pop();
  return lines.map((found) => ({ pieces: found, marked: false }));
}

function leafPiece(leaf: Json): Piece {
  switch (leaf.type) {
    case 'user':
      return { kind: 'user', id: String(leaf.user_id), label: null };
    case 'channel':
      return { kind: 'channel', id: String(leaf.channel_id), label: null };
    case 'usergroup':
      return { kind: 'usergroup', id: String(leaf.usergroup_id), label: null };
    case 'broadcast':
      return { kind: 'broadcast', range: String(leaf.range) };
    case 'link':
      return { kind: 'link', url: String(leaf.url), label: String(leaf.text ?? leaf.url) };
    case 'date':
      return { kind: 'date', timestamp: Number(leaf.timestamp), fallback: String(leaf.fallback ?? leaf.format) };
    case 'emoji':
      return { kind: 'text', text: emojiText(leaf) };
    default:
      return { kind: 'text', text: String(leaf.text ?? leaf.value ?? '') };
  }
}

function emojiText(leaf: Json): string {
  if (typeof leaf.unicode !== 'string') return `:${String(leaf.name)}:`;
  return String.fromCodePoint(...leaf.unicode.split('-').map((code) => Number.parseInt(code, 16)));
}
