/** Puts the pieces of a card on as many messages as they need, cut only between pieces. */
import { below, MESSAGE_BLOCKS, MESSAGE_TEXT } from './limits.ts';
import type { Block, Piece } from './piece.ts';

/** Rich text of one block, so that a click on «more» shows all of it. */
const BLOCK_TEXT = 3_000;

export interface Page {
  readonly blocks: Block[];
  readonly plain: string;
}

export interface PageSize {
  readonly blocks: number;
  readonly text: number;
}

/** Room is left for the note that something did not fit. */
export const MESSAGE_SIZE: PageSize = { blocks: MESSAGE_BLOCKS - 2, text: below(MESSAGE_TEXT) - 200 };

export function pagesOf(pieces: readonly Piece[], size: PageSize = MESSAGE_SIZE): readonly Page[] {
  const pages: Page[] = [];
  let current: readonly Piece[] = [];
  for (const group of withTheirLead(pieces)) {
    const longer = [...current, ...group];
    if (current.length > 0 && !fits(longer, size)) {
      pages.push(pageOf(current));
      current = group;
    } else current = longer;
  }
  return current.length > 0 ? [...pages, pageOf(current)] : pages;
}

function fits(pieces: readonly Piece[], size: PageSize): boolean {
  return plainOf(pieces).length <= size.text && joined(pieces).length <= size.blocks;
}

function pageOf(pieces: readonly Piece[]): Page {
  return { blocks: joined(pieces), plain: plainOf(pieces) };
}

/** Title and heading stay with what they introduce. */
function withTheirLead(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  let open: Piece[] = [];
  for (const piece of pieces) {
    open.push(piece);
    if (piece.leads) continue;
    groups.push(open);
    open = [];
  }
  return open.length > 0 ? [...groups, open] : groups;
}

function plainOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ plain }) => plain)
    .filter((plain) => plain !== '')
    .join('\n');
}

/** Neighbouring rich text becomes one block, and neighbouring items one list. */
function joined(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  let length = 0;
  for (const piece of pieces) {
    for (const block of piece.blocks) {
      const last = blocks.at(-1);
      length = last?.type === 'rich_text' ? length + piece.plain.length : piece.plain.length;
      if (block.type === 'rich_text' && last?.type === 'rich_text' && length <= BLOCK_TEXT) {
        blocks[blocks.length - 1] = { type: 'rich_text', elements: append(last.elements, block.elements) };
      } else {
        blocks.push(block);
        length = piece.plain.length;
      }
    }
  }
  return blocks;
}

type RichElements = Extract<Block, { type: 'rich_text' }>['elements'];

function append(before: RichElements, more: RichElements): RichElements {
  const all = [...before];
  for (const element of more) {
    const last = all.at(-1);
    if (element.type === 'rich_text_list' && last?.type === 'rich_text_list' && last.style === element.style) {
      all[all.length - 1] = { ...last, elements: [...last.elements, ...element.elements] };
    } else all.push(element);
  }
  return all;
}
