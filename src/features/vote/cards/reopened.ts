/** A vote that a wrong clock has closed is open again: to the steering room, to each seat, to the working group. */

import { actions, card, paragraph, quote } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import { shortId } from '../../../domain/labels.ts';
import type { Decision, VoteSeat } from '../../../domain/vote/adoptionVote.ts';
import type { Card, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { buttons } from './buttons.ts';
import type { VoteView } from './view.ts';

export function reopenedCard(say: Phrases, view: VoteView, { resolution }: Decision): Card {
  return card(say.say('vote.reopened.title', about(view)), [
    paragraph(say.line('vote.reopened.text', { until: lastingDeadline(say, view.vote.deadline) })),
    ...(resolution
      ? [paragraph(say.say('vote.reopened.void', { number: `${resolution.number}/${resolution.year}` }))]
      : []),
    ...voting(say, view),
  ]);
}

/** To the holder, and to a deputy who acts. */
export function reopenedForSeatCard(say: Phrases, view: VoteView, { holderId, recused }: VoteSeat): Card {
  const standing = recused ? 'recused' : view.ballots.has(holderId) ? 'cast' : 'none';
  return card(
    say.say('vote.reopened.title', about(view)),
    [
      paragraph(say.line('vote.reopened.text', { until: lastingDeadline(say, view.vote.deadline) })),
      paragraph(say.say(`vote.reopened.seat.${standing}`)),
      ...(recused ? [] : voting(say, view)),
    ],
    'ping',
  );
}

export function reopenedForGroupCard(say: Phrases, view: VoteView): Card {
  const result = shortId('result', view.result.number);
  const until = lastingDeadline(say, view.vote.deadline);
  return card(say.say('vote.reopened.title', about(view)), [
    paragraph(say.line('vote.reopened.group', { result, until })),
  ]);
}

function about({ vote: { number, title } }: VoteView) {
  return { id: shortId('vote', number), title };
}

function voting(say: Phrases, { vote }: VoteView): readonly Node[] {
  return [quote(vote.text || vote.title), actions(...buttons(say, vote))];
}
