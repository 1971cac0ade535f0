/** Tells the room that a closed round takes contributions again. */

import type { Phrases } from '../../text/phrases.ts';
import { card, paragraph, quote } from '../build.ts';
import { lastingDeadline } from '../date.ts';
import type { Card } from '../model.ts';
import { howTo } from './howTo.ts';
import { roundId } from './label.ts';
import type { RoundView } from './roundCard.ts';

export function reopenedCard(say: Phrases, { round }: RoundView): Card {
  const until = lastingDeadline(say, round.deadline);
  return card(say.say('input.reopened.title', { id: roundId(round) }), [
    quote(round.question),
    paragraph(say.line('input.reopened.text', { until })),
    ...howTo(say, round, 'room'),
  ]);
}
