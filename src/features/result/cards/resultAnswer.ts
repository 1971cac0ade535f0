/** Confirms to the person who did it what happened to a work result. */

import { sentence } from '../../../cards/build.ts';
import { resultId } from '../../../domain/labels.ts';
import type { WorkResult } from '../../../domain/result/workResult.ts';
import type { Card } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';
import { resultLabel } from './label.ts';

export type ResultStep = 'drafted' | 'edited' | 'submitted' | 'withdrawn';

export function resultAnswer(say: Phrases, result: WorkResult, step: ResultStep): Card {
  return sentence(
    say.line(`result.answer.${step}`, {
      label: resultLabel(say, result),
      version: result.version,
      submit: text(typed(say.locale, 'result', 'submit', resultId(result)), 'code'),
      edit: text(typed(say.locale, 'result', 'edit', resultId(result), say.say('input.newText')), 'code'),
    }),
  );
}
