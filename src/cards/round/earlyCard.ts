/** To lead and coordination: a wrong clock has closed a round before its time, and it can be opened again. */
import type { InputRound } from '../../domain/inputRound.ts';
import type { Phrases } from '../../text/phrases.ts';
import { action, actions, card, paragraph, quote } from '../build.ts';
import { lastingDeadline } from '../date.ts';
import type { Card } from '../model.ts';
import { roundId } from './label.ts';

export function roundEarlyCard(say: Phrases, round: InputRound): Card {
  const id = roundId(round);
  return card(
    say.say('input.early.title', { id }),
    [
      quote(round.question),
      paragraph(say.line('input.early.text', { until: lastingDeadline(say, round.deadline) })),
      actions(action(say, { family: 'input', verb: 'reopen', rest: [id], emoji: '🔓', style: 'primary' })),
    ],
    'ping',
  );
}
