/** The card on which the steering group votes: what is to be decided, by what rule, by when, by whom. */

import { actions, card, fields, heading, list, paragraph, person, quote, text } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import { resultId, shortId } from '../../../domain/labels.ts';
import type { VoteSeat } from '../../../domain/vote/adoptionVote.ts';
import type { Card, Node, Text } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { describeOutcome, describeRule } from '../../../text/votes/describe.ts';
import { kindName } from '../../result/cards/label.ts';
import { buttons } from './buttons.ts';
import { poll } from './poll.ts';
import { progress } from './progress.ts';
import { inWords, type VoteView } from './view.ts';

export function voteCard(say: Phrases, view: VoteView, attention: Card['attention']): Card {
  const { vote } = view;
  const title = say.say('vote.card.title', { id: shortId('vote', vote.number), title: vote.title });
  const body = [quote(vote.text || vote.title), origin(say, view), ...rule(say, view), ...standing(say, view)];
  return card(title, body, attention);
}

/** As it stands in the room of the steering group: there, and only there, with its poll. */
export function postedVoteCard(say: Phrases, view: VoteView, attention: Card['attention']): Card {
  const shown = voteCard(say, view, attention);
  return view.vote.polls ? { ...shown, body: [...shown.body, poll(say, view)] } : shown;
}

function origin(say: Phrases, { vote, result, from, serves, seats, names }: VoteView): Node {
  const goals = serves.map(({ number, title }) => `${resultId({ number })} ${title}`).join(', ');
  const roll = seats.flatMap((seat, index) => [...(index > 0 ? [text(', ')] : []), ...seatText(say, seat, names)]);
  return fields([
    [
      say.say('vote.label.proposal'),
      say.say('vote.proposal', {
        id: resultId(result),
        kind: kindName(say, vote.resultKind),
        version: vote.resultVersion,
      }),
    ],
    [say.say('vote.label.from'), from === '' ? null : from],
    [say.say('vote.label.serves'), goals === '' ? null : goals],
    [say.say('vote.label.deadline'), lastingDeadline(say, vote.deadline)],
    [say.say('vote.label.roll'), roll],
    [
      say.say('vote.label.void'),
      vote.voided.length === 0 ? null : vote.voided.map(({ number, year }) => `${number}/${year}`).join(', '),
    ],
  ]);
}

function seatText(say: Phrases, seat: VoteSeat, names: VoteView['names']): Text {
  const holder = person(seat.holderId, names, say);
  if (seat.recused) return say.line('vote.seat.recused', { holder });
  if (seat.deputyId === null) return [holder];
  return say.line('vote.seat.deputy', { holder, deputy: person(seat.deputyId, names, say) });
}

function rule(say: Phrases, { vote, seats }: VoteView): readonly Node[] {
  const recused = seats.filter((seat) => seat.recused).length;
  const sentences = inWords(say, describeRule(vote.rule, seats.length, recused));
  return [
    heading(say.say('vote.rule.title', { profile: say.say(`profile.${vote.rule.profile}`) })),
    list(sentences.map((sentence) => [text(sentence)])),
  ];
}

function standing(say: Phrases, view: VoteView): readonly Node[] {
  const { vote } = view;
  switch (vote.state) {
    case 'open':
      return [progress(say, view), actions(...buttons(say, vote))];
    case 'withdrawn':
      return [paragraph(say.say('vote.card.withdrawn'), 'warning')];
    case 'closed':
      return [heading(say.say('vote.card.outcome')), list(outcome(say, view))];
    default:
      return vote.state satisfies never;
  }
}

function outcome(say: Phrases, { vote: { decision, rule: frozen } }: VoteView): readonly Text[] {
  if (!decision) return [];
  return inWords(say, describeOutcome(decision.outcome, decision.tally, frozen)).map((line) => [text(line)]);
}
