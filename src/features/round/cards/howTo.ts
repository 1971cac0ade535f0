/** What to type to take part, and what others will see of it: the same sentences wherever a round is shown. */

import { paragraph } from '../../../cards/build.ts';
import { roundId } from '../../../domain/labels.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import type { Node } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';

/** `room`: on a card for everybody; `person`: in words to one person. */
export function howTo(
  say: Phrases,
  round: Pick<InputRound, 'number' | 'anonymity'>,
  to: 'room' | 'person',
): readonly Node[] {
  const command = typed(say.locale, 'input', 'give', roundId(round), say.say('input.yourText'));
  return [
    paragraph(say.line(`input.howTo.${to}`, { command: text(command, 'code') })),
    paragraph(say.line(`input.anonymity.${round.anonymity}`), 'muted'),
  ];
}
