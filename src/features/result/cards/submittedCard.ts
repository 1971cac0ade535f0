/** Tells whoever may open the vote that a work result is waiting for it. */

import { actions, card, paragraph } from '../../../cards/build.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { resultLabel } from './label.ts';
import type { ResultView } from './resultCard.ts';
import { openVote } from './submissionCard.ts';

export function submittedCard(say: Phrases, { result, group }: ResultView): Card {
  const label = resultLabel(say, result);
  return card(
    say.say('result.submission.title', { label }),
    [paragraph(say.line('result.submission.ask', { group: group.name })), actions(openVote(say, result))],
    'ping',
  );
}
