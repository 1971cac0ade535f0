/** Confirms to its giver, and to nobody else, what was done with a contribution. */

import { card, paragraph, quote } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import { contributionId } from '../../../domain/labels.ts';
import type { Contribution, InputRound } from '../../../domain/round/inputRound.ts';
import type { Card, Node } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';

export type ReceiptOf = 'given' | 'edited' | 'withdrawn';

export function receiptCard(say: Phrases, round: InputRound, contribution: Contribution, what: ReceiptOf): Card {
  const id = contributionId(round, contribution);
  return card(say.say('input.receipt.title', { what, id }), [
    ...onBehalf(say, round, contribution),
    quote(contribution.text),
    ...(what === 'withdrawn' ? [] : [whatNext(say, round, id)]),
  ]);
}

/** In an anonymous round it is said at once that the name stays hidden. */
function onBehalf(say: Phrases, round: InputRound, { behalfOf }: Contribution): readonly Node[] {
  if (behalfOf === null) return [];
  const line = paragraph(say.line('input.receipt.behalf', { who: behalfOf }));
  return round.anonymity === 'named' ? [line] : [line, paragraph(say.line('input.receipt.hidden'), 'muted')];
}

function whatNext(say: Phrases, round: InputRound, id: string): Node {
  return paragraph(
    say.line('input.receipt.next', {
      until: lastingDeadline(say, round.deadline),
      edit: text(typed(say.locale, 'input', 'edit', id, say.say('input.newText')), 'code'),
      withdraw: text(typed(say.locale, 'input', 'withdraw', id), 'code'),
    }),
    'muted',
  );
}
