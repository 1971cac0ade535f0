/** Buttons about links of accounts: each carries the number of the one request or link it is about. */

import { action } from '../../../cards/build.ts';
import type { Action } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { wordFor } from '../../../text/words.ts';

type Step = 'confirm' | 'decline' | 'undo';

function button(
  say: Phrases,
  step: Step,
  about: number | null,
  look: Pick<Action, 'style' | 'emoji'> & { variant: string },
) {
  const rest = [wordFor(say.locale, `link.${step}`), ...(about === null ? [] : [String(about)])];
  const args = { step, ...(about === null ? {} : { code: String(about) }) };
  return action(say, { family: 'me', verb: 'link', args, rest, ...look });
}

/** @param variant whose word it is: that of one of both accounts, or that of somebody who agrees */
export function yesButton(say: Phrases, request: number, variant: 'confirm' | 'agree'): Action {
  return button(say, 'confirm', request, { style: 'primary', emoji: '✅', variant });
}

export function noButton(say: Phrases, request: number, variant: 'decline' | 'withdraw' = 'decline'): Action {
  return button(say, 'decline', request, { style: 'danger', emoji: '❌', variant });
}

/** @param link null: the only one there is, or a choice */
export function undoButton(say: Phrases, link: number | null): Action {
  return button(say, 'undo', link, { style: 'danger', emoji: '✂️', variant: 'undo' });
}

export function linkButton(say: Phrases): Action {
  return action(say, { family: 'me', verb: 'link', emoji: '🔗' });
}
