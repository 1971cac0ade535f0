/** The smallest part of a card that stands on one message. */
import type { types } from '@slack/bolt';
import { below, TEXT_OBJECT } from './limits.ts';
import { shorten } from './shorten.ts';

export type Block = types.KnownBlock;
export type RichElement = types.RichTextBlockElement;

export interface Piece {
  readonly blocks: readonly Block[];
  /** The same for readers who get no blocks. */
  readonly plain: string;
  /** It introduces what follows, so it never ends a message. */
  readonly leads?: true;
}

export function rich(elements: RichElement[], plain: string): Piece {
  return { blocks: [{ type: 'rich_text', elements }], plain };
}

/** Small grey print, in which nothing is markup. */
export function small(plain: string): Piece {
  const text = shorten(plain, below(TEXT_OBJECT));
  return { blocks: [{ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }], plain };
}
