/** The buttons with which a ballot is cast. */
import type { AdoptionVote } from '../../domain/adoptionVote.ts';
import { shortId } from '../../domain/shortId.ts';
import type { Choice } from '../../domain/vote/choice.ts';
import type { Phrases } from '../../text/phrases.ts';
import { action } from '../build.ts';
import type { Action } from '../model.ts';

const EMOJI: Readonly<Record<Choice, string>> = { yes: '✅', no: '❌', abstain: '⚪', concern: '🤔', objection: '✋' };

/** Every choice the rule offers, and recusal. */
export function buttons(say: Phrases, { number, rule }: Pick<AdoptionVote, 'number' | 'rule'>): readonly Action[] {
  const rest = [shortId('vote', number)];
  const consent = rule.majority.kind === 'consent';
  const choices = rule.choices.map((choice) =>
    action(say, {
      family: 'vote',
      verb: choice,
      rest,
      emoji: EMOJI[choice],
      style: choice === 'yes' ? 'primary' : 'plain',
      ...(consent && choice === 'yes' ? { variant: 'consent' } : {}),
    }),
  );
  return [...choices, action(say, { family: 'vote', verb: 'recuse', rest, emoji: '⚖️' })];
}
