/** Buttons, and what they carry until they are pressed. */
import type { types } from '@slack/bolt';
import type { Action } from '../../../src/message/model.ts';
import { carriedBy, carriedText } from '../../../src/message/press.ts';
import { ACTIONS, BUTTON_TEXT, BUTTON_VALUE, below } from './limits.ts';
import type { Piece } from './piece.ts';
import { shorten } from './shorten.ts';

/** What action ids of buttons begin with: those of this version, and those of versions that carried words. */
export const PRESS = 'press';
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

/** @throws RangeError for more than can be carried: a mistake in the code, as buttons hold ids only. */
function buttonOf(action: Action, place: string): types.Button {
  const carried = carriedBy(action);
  const value = carriedText(carried);
  if (value.length > BUTTON_VALUE) throw new RangeError(`What the button ${action.id} carries is too long`);
  return {
    type: 'button',
    action_id: `${typeof carried === 'string' ? TYPED : PRESS}.${place}.${action.id}`,
    text: { type: 'plain_text', text: shorten(action.label, below(BUTTON_TEXT)), emoji: true },
    accessibility_label: shorten(`${action.label}: ${action.command}`, below(BUTTON_TEXT)),
    value,
    ...(action.style === 'plain' ? {} : { style: action.style }),
  };
}
