/** To lead and coordination: a wrong clock has closed a round before its time, and it can be opened again. */

import { action, actions, card, paragraph, quote } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import { roundId } from '../../../domain/labels.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';

export function roundEarlyCard(say: Phrases, round: InputRound): Card {
  const id = roundId(round);
  return card(
    say.say('input.early.title', { id }),
    [
      quote(round.question),
      paragraph(say.line('input.early.text', { until: lastingDeadline(say, round.deadline) })),
      actions(action(say, { family: 'input', verb: 'reopen', args: { round: id }, emoji: '🔓', style: 'primary' })),
    ],
    'ping',
  );
}
