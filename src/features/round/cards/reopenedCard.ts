/** Tells the room that a closed round takes contributions again. */

import { card, paragraph, quote } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import { roundId } from '../../../domain/labels.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { howTo } from './howTo.ts';
import type { RoundView } from './roundCard.ts';

export function reopenedCard(say: Phrases, { round }: RoundView): Card {
  const until = lastingDeadline(say, round.deadline);
  return card(say.say('input.reopened.title', { id: roundId(round) }), [
    quote(round.question),
    paragraph(say.line('input.reopened.text', { until })),
    ...howTo(say, round, 'room'),
  ]);
}
