/** What a side is called in the reader's language: «Verwaltung», «Migrantenorganisation». */
import type { StakeholderKind } from '../domain/person/stakeholder.ts';
import type { Phrases } from '../text/phrases.ts';
import { wordFor } from '../text/words.ts';

export function stakeholderName(say: Phrases, kind: StakeholderKind): string {
  return wordFor(say.locale, `kind.${kind}`);
}
