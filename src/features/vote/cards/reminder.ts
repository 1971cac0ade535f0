/** Direct messages while a vote runs: to those who have not voted, and to the chair when too few have. */

import { actions, card, fields, paragraph, people, quote, sentence } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { shortId } from '../../../domain/labels.ts';
import type { QuorumCheck } from '../../../domain/vote/quorum.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { buttons } from './buttons.ts';
import type { VoteView } from './view.ts';

export function voteReminderCard(say: Phrases, { vote }: Pick<VoteView, 'vote'>, step: 'halfTime' | 'lastCall'): Card {
  const id = shortId('vote', vote.number);
  return card(
    say.say(`vote.remind.${step}`, { id, title: vote.title }),
    [
      quote(vote.text || vote.title),
      fields([[say.say('vote.label.deadline'), lastingDeadline(say, vote.deadline)]]),
      paragraph(say.say('vote.remind.ask')),
      actions(...buttons(say, vote)),
    ],
    'ping',
  );
}

/** To the chair. `missing` null: a confidential vote, of which only numbers are told. */
export function quorumAtRiskCard(
  say: Phrases,
  { vote, names }: VoteView,
  { present, needed }: QuorumCheck,
  missing: readonly PersonId[] | null,
): Card {
  const params = {
    id: shortId('vote', vote.number),
    present,
    missing: needed - present,
    until: lastingDeadline(say, vote.deadline),
  };
  if (!missing) return sentence(say.line('vote.risk', params), 'ping');
  return card(
    '',
    [
      paragraph(say.line('vote.risk', params)),
      paragraph(say.line('vote.risk.missing', { people: people(missing, names, say) })),
    ],
    'ping',
  );
}
