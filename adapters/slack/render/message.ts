/** A card as messages: the first, and what goes into its thread. */
import type { Card } from '../../../src/message/model.ts';
import { translate } from '../../../src/text/catalogue.ts';
import { head } from '../../kit/letters.ts';
import { escapeText } from './escape.ts';
import type { Mentions } from './leaves.ts';
import { below, MESSAGE_TEXT, PAGES } from './limits.ts';
import { type Page, pagesOf } from './pages.ts';
import { type Block, small } from './piece.ts';
import { IN_WORDS, piecesOf, type Shown } from './pieces.ts';

export interface SlackMessage {
  /** For notifications and screen readers, which get no blocks. Never empty. */
  readonly text: string;
  readonly blocks: Block[];
}

export interface Rendering {
  readonly mentions?: Mentions;
  readonly pictures?: Shown['pictures'];
  /** At most so many messages; what does not fit is counted at the end. */
  readonly pages?: number;
  /** Of the words the adapter adds. */
  readonly locale: string;
}

export function messagesOf(
  card: Card,
  { mentions = IN_WORDS.mentions, pictures = IN_WORDS.pictures, pages = PAGES, locale }: Rendering,
): readonly SlackMessage[] {
  const pieces = piecesOf(card, { mentions, pictures });
  const all = pagesOf(pieces);
  if (all.length === 0) return [messageOf({ blocks: [], plain: '–' })];
  const kept = all.slice(0, pages);
  const left = all.length - kept.length;
  return kept.map((page, index) =>
    messageOf(left > 0 && index === kept.length - 1 ? withRemainder(page, left, locale) : page),
  );
}

function withRemainder(page: Page, left: number, locale: string): Page {
  const { blocks, plain } = small(translate(locale, 'slack.more', { count: left }));
  return { blocks: [...page.blocks, ...blocks], plain: `${page.plain}\n${plain}` };
}

/** The text is cut before it is escaped, so that no escape is cut in two. */
function messageOf({ blocks, plain }: Page): SlackMessage {
  const most = below(MESSAGE_TEXT);
  let text = escapeText(plain.trim() === '' ? '–' : plain);
  for (let length = most; text.length > most; length = Math.floor(length * 0.8)) {
    text = `${escapeText(head(plain, length))}…`;
  }
  return { text, blocks };
}
