/** To chair and coordination: a wrong clock has closed a vote before its time, and it can be opened again. */

import { action, actions, card, paragraph } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import { shortId } from '../../../domain/labels.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';

export function voteEarlyCard(say: Phrases, vote: AdoptionVote): Card {
  const id = shortId('vote', vote.number);
  return card(
    say.say('vote.early.title', { id, title: vote.title }),
    [
      paragraph(say.line('vote.early.text', { until: lastingDeadline(say, vote.deadline) })),
      paragraph(say.say('vote.early.offer')),
      actions(action(say, { family: 'vote', verb: 'reopen', args: { vote: id }, emoji: '🔓', style: 'primary' })),
    ],
    'ping',
  );
}
