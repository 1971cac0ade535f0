/** Tells of a link, and of its end: both accounts and the coordination, each with the way back. */

import { actions, card, fields, list, paragraph } from '../../../cards/build.ts';
import type { Card, Node } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { typed, wordFor } from '../../../text/words.ts';
import { type AccountFace, accountFields, accountLine } from './account.ts';
import { undoButton } from './buttons.ts';

export interface Linked {
  readonly link: number;
  /** Whose rights both have now. */
  readonly kept: AccountFace;
  /** The account that came. */
  readonly added: AccountFace;
}

/** `kept` and `added`: one of the accounts; `others`: the coordination. */
export type Told = 'kept' | 'added' | 'others';

export function linkedCard(say: Phrases, told: Told, linked: Linked): Card {
  const command = text(typed(say.locale, 'me', 'link', wordFor(say.locale, 'link.undo')), 'code');
  return card(
    say.say('link.linked.title'),
    [
      accounts(say, told, linked),
      paragraph(say.line(`link.linked.${told}`, { name: linked.kept.name })),
      paragraph(say.line(told === 'others' ? 'link.linked.wayBack.others' : 'link.linked.wayBack', { command })),
      actions(undoButton(say, linked.link)),
    ],
    'ping',
  );
}

export function unlinkedCard(say: Phrases, told: Told, linked: Omit<Linked, 'link'>): Card {
  return card(
    say.say('link.unlinked.title'),
    [
      accounts(say, told, linked),
      paragraph(say.line(`link.unlinked.${told}`, { name: linked.kept.name })),
      paragraph(say.line('link.unlinked.ballots'), 'muted'),
    ],
    'ping',
  );
}

/** Each account is told of the other. */
function accounts(say: Phrases, told: Told, { kept, added }: Omit<Linked, 'link'>): Node {
  if (told !== 'others') return accountFields(say, told === 'kept' ? added : kept);
  return fields([
    [say.say('link.field.shown'), accountLine(say, kept)],
    [say.say('link.field.typed'), accountLine(say, added)],
  ]);
}

/** Asks which of several links is to be undone. */
export function whichLinkCard(say: Phrases, links: readonly Pick<Linked, 'link' | 'added'>[]): Card {
  return card('', [
    paragraph(say.line('link.which')),
    ...links.flatMap(({ link, added }) => [list([[text(accountLine(say, added))]]), actions(undoButton(say, link))]),
  ]);
}
