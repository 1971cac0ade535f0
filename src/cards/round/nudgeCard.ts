/** Asks one person who has not answered yet. */

import type { Phrases } from '../../text/phrases.ts';
import { card, paragraph, quote } from '../build.ts';
import { lastingDeadline } from '../date.ts';
import type { Card } from '../model.ts';
import { howTo } from './howTo.ts';
import { roundId } from './label.ts';
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
