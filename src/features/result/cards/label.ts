/** How a work result is named in a line: `E-4 · Maßnahme: Sprachcafé`. */

import { resultId } from '../../../domain/labels.ts';
import type { ResultKind, WorkResult } from '../../../domain/result/workResult.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { wordFor } from '../../../text/words.ts';

export function kindName(say: Phrases, kind: ResultKind): string {
  return wordFor(say.locale, `resultKind.${kind}`);
}

export function resultLabel(say: Phrases, result: Pick<WorkResult, 'number' | 'kind' | 'title'>): string {
  return say.say('result.label', {
    id: resultId(result),
    kind: kindName(say, result.kind),
    title: result.title,
  });
}

/** Its state in words: «Entwurf», «Liegt der Steuerungsgruppe vor». */
export function stateName(say: Phrases, result: Pick<WorkResult, 'state'>): string {
  return say.say('result.state', { state: result.state });
}
