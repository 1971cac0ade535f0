/** Tells the coordinator at half time whose side has not been heard in a round. */

import { card, list, paragraph, quote, text } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import { stakeholderName } from '../../../cards/stakeholder.ts';
import { roundId } from '../../../domain/labels.ts';
import type { StakeholderKind } from '../../../domain/person/stakeholder.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';
import type { RoundView } from './roundCard.ts';

export function unheardCard(say: Phrases, { round, group }: RoundView, kinds: readonly StakeholderKind[]): Card {
  const until = lastingDeadline(say, round.deadline);
  const command = typed(say.locale, 'input', 'behalf', roundId(round), say.say('example.input.behalf'));
  return card(say.say('input.unheard.title', { id: roundId(round), group: group.name }), [
    quote(round.question),
    paragraph(say.line('input.unheard.text', { count: kinds.length, until })),
    list(kinds.map((kind) => [text(stakeholderName(say, kind))])),
    paragraph(say.line('input.unheard.hint', { command: text(command, 'code') }), 'muted'),
  ]);
}
