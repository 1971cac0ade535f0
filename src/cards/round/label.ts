/** How rounds and contributions are named: `R-2`, `R-2.7`. */
import type { Contribution, InputRound } from '../../domain/inputRound.ts';
import { shortId } from '../../domain/shortId.ts';
import type { StakeholderKind } from '../../domain/stakeholder.ts';
import type { Phrases } from '../../text/phrases.ts';
import { wordFor } from '../../text/words.ts';

export function roundId(round: Pick<InputRound, 'number'>): string {
  return shortId('round', round.number);
}

export function contributionId(round: Pick<InputRound, 'number'>, contribution: Pick<Contribution, 'number'>): string {
  return shortId('round', round.number, contribution.number);
}

export function stakeholderName(say: Phrases, kind: StakeholderKind): string {
  return wordFor(say.locale, `kind.${kind}`);
}
