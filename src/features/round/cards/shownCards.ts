/** Rounds and contributions as they are shown to the one person who asked for them. */

import { card, heading, list, type NameBook, paragraph, quote, sentence } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import { contributionId, roundId } from '../../../domain/labels.ts';
import type { Contribution, InputRound } from '../../../domain/round/inputRound.ts';
import type { Card, Node, Text } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';
import { contributionLine } from './contributionLine.ts';
import { endOf } from './deadline.ts';
import { howTo } from './howTo.ts';
import { progress, type RoundView, whenItEnds } from './roundCard.ts';
import { summaryBody } from './summaryCard.ts';

export function shownRoundCard(say: Phrases, view: RoundView, own: readonly Contribution[], names: NameBook): Card {
  const { round, group } = view;
  const title = say.say('input.title', { id: roundId(round), group: group.name, state: round.state });
  const rest =
    round.state === 'open'
      ? [progress(say, view), ...ownWords(say, round, own), ...howTo(say, round, 'person')]
      : summaryBody(say, view, names);
  return card(title, [quote(round.question), whenItEnds(say, view), ...rest]);
}

function ownWords(say: Phrases, round: InputRound, own: readonly Contribution[]): readonly Node[] {
  if (own.length === 0) return [paragraph(say.line('input.own.none'))];
  const rows = own.map((contribution) => [text(`${contributionId(round, contribution)}: ${contribution.text}`)]);
  return [heading(say.say('input.own')), list(rows)];
}

/** In an anonymous round its giver is told that it is theirs; nobody else is told anything. */
export function shownContributionCard(
  say: Phrases,
  round: InputRound,
  contribution: Contribution,
  own: boolean,
  names: NameBook,
): Card {
  const line = contributionLine(say, round, contribution, names);
  return card('', [list([line]), ...(own ? [paragraph(say.line('input.own.this'), 'muted')] : [])]);
}

export function roundListCard(say: Phrases, views: readonly RoundView[]): Card {
  const command = typed(say.locale, 'input', 'open', say.say('example.input.open'));
  if (views.length === 0) return sentence(say.line('input.list.none', { command: text(command, 'code') }));
  return card(say.say('input.list.title'), [list(views.map((view) => listLine(say, view)))]);
}

function listLine(say: Phrases, { round, group, zone, participation }: RoundView): Text {
  const when = round.state === 'closed' ? endOf(say, round, zone) : lastingDeadline(say, round.deadline);
  return say.line('input.list.line', {
    id: roundId(round),
    question: round.question,
    group: group.name,
    state: round.state,
    when,
    answered: participation.answered,
    invited: participation.invited,
  });
}
