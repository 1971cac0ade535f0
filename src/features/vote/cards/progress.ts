/** How many have voted, never how: an interim result would tell the later ones what to do. */

import { paragraph } from '../../../cards/build.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import type { VoteView } from './view.ts';

/** In a confidential vote fewer ballots are not told of: with one or two, a name can be guessed. */
const FEWEST_SHOWN = 3;

export function progress(say: Phrases, { vote, seats, ballots }: VoteView): Node {
  const total = seats.filter((seat) => !seat.recused).length;
  const done = ballots.size;
  const label = progressText(say, vote, done, total);
  return isHidden(vote, done) ? paragraph(label, 'muted') : { n: 'progress', label, done, total };
}

/** `3 von 5 haben abgestimmt` */
export function progressText(say: Phrases, vote: Pick<AdoptionVote, 'rule'>, done: number, total: number): string {
  return isHidden(vote, done) ? say.say('vote.progress.few', { total }) : say.say('vote.progress', { done, total });
}

function isHidden({ rule }: Pick<AdoptionVote, 'rule'>, done: number): boolean {
  return rule.secret && done < FEWEST_SHOWN;
}
