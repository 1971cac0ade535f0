/** Asks one person who has not answered yet. */

import { card, paragraph, quote } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import { roundId } from '../../../domain/labels.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { howTo } from './howTo.ts';
import type { RoundView } from './roundCard.ts';

export type NudgeStage = 'halfTime' | 'lastCall' | 'reopened';

export function nudgeCard(say: Phrases, { round, group }: RoundView, stage: NudgeStage): Card {
  const until = lastingDeadline(say, round.deadline);
  return card(
    say.say('input.nudge.title', { stage, id: roundId(round) }),
    [
      paragraph(say.line('input.nudge.text', { group: group.name, until })),
      quote(round.question),
      ...howTo(say, round, 'person'),
    ],
    'ping',
  );
}
