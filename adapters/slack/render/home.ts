/** A card as the App Home tab, with the button that leads to every command. */
import type { types } from '@slack/bolt';
import type { Card } from '../../../src/message/model.ts';
import { translate } from '../../../src/text/catalogue.ts';
import { BUTTON_TEXT, below, VIEW_BLOCKS } from './limits.ts';
import { pagesOf } from './pages.ts';
import { type Block, small } from './piece.ts';
import { IN_WORDS, piecesOf } from './pieces.ts';
import { shorten } from './shorten.ts';

/** The action that opens the list of commands. */
export const CHOOSE = 'choose';

const ROOM = { blocks: VIEW_BLOCKS - 3, text: 60_000 };

export function homeView(card: Card, locale: string): types.HomeView {
  const [page, ...more] = pagesOf(piecesOf(card, IN_WORDS), ROOM);
  const rest = more.length === 0 ? [] : small(translate(locale, 'slack.homeMore')).blocks;
  return { type: 'home', blocks: [...(page?.blocks ?? []), ...rest, chooser(locale)] };
}

function chooser(locale: string): Block {
  const label = shorten(translate(locale, 'slack.chooser.button'), below(BUTTON_TEXT));
  return {
    type: 'actions',
    elements: [{ type: 'button', action_id: CHOOSE, text: { type: 'plain_text', text: label, emoji: true } }],
  };
}
