/** How many have voted, never how: an interim result would tell the later ones what to do. */
import type { Phrases } from '../../text/phrases.ts';
import { paragraph } from '../build.ts';
import type { Node } from '../model.ts';
import type { VoteView } from './view.ts';

/** In a confidential vote fewer ballots are not told of: with one or two, a name can be guessed. */
const FEWEST_SHOWN = 3;

export function progress(say: Phrases, { vote, seats, ballots }: VoteView): Node {
  const total = seats.filter((seat) => !seat.recused).length;
  const done = ballots.size;
  if (vote.rule.secret && done < FEWEST_SHOWN) return paragraph(say.say('vote.progress.few', { total }), 'muted');
  return { n: 'progress', label: say.say('vote.progress', { done, total }), done, total };
}
