/** What came of a round: the question, the figures, and every contribution. */

import { card, heading, list, type NameBook, paragraph, quote } from '../../../cards/build.ts';
import { stakeholderName } from '../../../cards/stakeholder.ts';
import { roundId } from '../../../domain/labels.ts';
import type { Card, Node } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';
import { contributionLine } from './contributionLine.ts';
import type { RoundView } from './roundCard.ts';

export function summaryCard(say: Phrases, view: RoundView, names: NameBook): Card {
  const title = say.say('input.summary.title', { id: roundId(view.round) });
  return card(title, [quote(view.round.question), ...summaryBody(say, view, names)]);
}

/** Figures and contributions; a kind word where nobody answered. */
export function summaryBody(say: Phrases, view: RoundView, names: NameBook): readonly Node[] {
  const { round, participation } = view;
  const { standing } = participation;
  if (standing.length === 0) {
    const command = typed(say.locale, 'input', 'reopen', roundId(round), say.say('input.untilExample'));
    return [paragraph(say.line('input.summary.none', { command: text(command, 'code') }))];
  }
  const figures = { count: standing.length, answered: participation.answered, invited: participation.invited };
  return [
    paragraph(say.line('input.summary.figures', figures)),
    ...(round.anonymity === 'named' ? byKind(say, view) : []),
    heading(say.say('input.contributions')),
    list(standing.map((contribution) => contributionLine(say, round, contribution, names))),
  ];
}

/** Only where a kind was entered for somebody: a list of one unknown kind says nothing. */
function byKind(say: Phrases, { participation: { byKind: shares } }: RoundView): readonly Node[] {
  if (!shares.some(({ kind }) => kind !== null)) return [];
  const rows = shares.map(({ kind, answered, invited }) => {
    const name = kind === null ? say.say('input.kindUnknown') : stakeholderName(say, kind);
    return say.line('input.summary.kind', { kind: name, answered, invited });
  });
  return [heading(say.say('input.summary.kinds')), list(rows)];
}
