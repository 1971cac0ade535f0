/** Buttons: pressing one is typing its command, so the command is what a button carries. */
import type { types } from '@slack/bolt';
import type { Action } from '../../../src/message/model.ts';
import { ACTIONS, BUTTON_TEXT, BUTTON_VALUE, below } from './limits.ts';
import type { Piece } from './piece.ts';
import { shorten } from './shorten.ts';

/** What action ids of such buttons begin with. */
export const TYPED = 'typed';

export function actionPieces(items: readonly Action[], index: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < items.length; from += ACTIONS) {
    const some = items.slice(from, from + ACTIONS);
    const elements = some.map((item, position) => buttonOf(item, `${index}.${from + position}`));
    pieces.push({ blocks: [{ type: 'actions', elements }], plain: some.map(({ label }) => `[${label}]`).join(' ') });
  }
  return pieces;
}

/** @throws RangeError for a command too long to be carried: a mistake in the code, as commands of buttons hold ids only. */
function buttonOf(action: Action, place: string): types.Button {
  if (action.command.length > BUTTON_VALUE) throw new RangeError(`The command of the button ${action.id} is too long`);
  return {
    type: 'button',
    action_id: `${TYPED}.${place}.${action.id}`,
    text: { type: 'plain_text', text: shorten(action.label, below(BUTTON_TEXT)), emoji: true },
    accessibility_label: shorten(`${action.label}: ${action.command}`, below(BUTTON_TEXT)),
    value: action.command,
    ...(action.style === 'plain' ? {} : { style: action.style }),
  };
}
