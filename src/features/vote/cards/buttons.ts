/** The buttons with which a ballot is cast. */

import { action, pressOf } from '../../../cards/build.ts';
import { shortId } from '../../../domain/labels.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Choice } from '../../../domain/vote/choice.ts';
import type { Action } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';

const EMOJI: Readonly<Record<Choice, string>> = { yes: '✅', no: '❌', abstain: '⚪', concern: '🤔', objection: '✋' };

type Offer = Pick<AdoptionVote, 'number' | 'rule'>;

/** Every choice the rule offers. */
export function ballotButtons(say: Phrases, { number, rule }: Offer): readonly Action[] {
  const id = shortId('vote', number);
  const consent = rule.majority.kind === 'consent';
  return rule.choices.map((choice) =>
    action(say, {
      family: 'vote',
      verb: choice,
      args: { vote: id },
      emoji: EMOJI[choice],
      style: choice === 'yes' ? 'primary' : 'plain',
      undo: pressOf('vote', 'retract', { vote: id, choice }),
      ...(consent && choice === 'yes' ? { variant: 'consent' } : {}),
    }),
  );
}

/** The choices, and recusal. */
export function buttons(say: Phrases, offer: Offer): readonly Action[] {
  const id = shortId('vote', offer.number);
  const undo = pressOf('vote', 'recuse', { vote: id, back: 'true' });
  return [
    ...ballotButtons(say, offer),
    action(say, { family: 'vote', verb: 'recuse', args: { vote: id }, emoji: '⚖️', undo }),
  ];
}
