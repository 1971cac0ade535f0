/** A vote as a poll: one more way to cast an open ballot, never the record. */

import { pressOf } from '../../../cards/build.ts';
import { shortId } from '../../../domain/labels.ts';
import type { Poll } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { describeOutcome } from '../../../text/votes/describe.ts';
import { ballotButtons } from './buttons.ts';
import { inWords, type VoteView } from './view.ts';

export function poll(say: Phrases, { vote }: Pick<VoteView, 'vote'>): Poll {
  const id = shortId('vote', vote.number);
  return {
    n: 'poll',
    question: say.say('vote.card.title', { id, title: vote.title }),
    options: ballotButtons(say, vote),
    undo: pressOf('vote', 'retract', { vote: id }),
    ended: ended(say, vote),
  };
}

function ended(say: Phrases, { state, decision, rule }: VoteView['vote']): string | null {
  switch (state) {
    case 'open':
      return null;
    case 'withdrawn':
      return say.say('vote.card.withdrawn');
    case 'closed': {
      const outcome = decision ? inWords(say, describeOutcome(decision.outcome, decision.tally, rule)) : [];
      return say.say('vote.poll.ended', { outcome: outcome.join(' ') });
    }
    default:
      return state satisfies never;
  }
}
