/** A work result with its text, its state and what it is linked to. */

import { action, actions, card, fields, heading, list, paragraph, quote } from '../../../cards/build.ts';
import type { Group } from '../../../domain/group/group.ts';
import { resultId, shortId } from '../../../domain/labels.ts';
import type { WorkResult } from '../../../domain/result/workResult.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Card, Inline, Node } from '../../../message/model.ts';
import type { PlainKey } from '../../../text/messages.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';
import { resultLabel, stateName } from './label.ts';

export interface ResultView {
  readonly result: WorkResult;
  readonly group: Pick<Group, 'name'>;
  /** What it answers: a measure its goals, a goal its findings. */
  readonly answers: readonly WorkResult[];
  /** What answers it. */
  readonly answeredBy: readonly WorkResult[];
  /** The vote that is open on it. */
  readonly vote: Pick<AdoptionVote, 'number'> | null;
}

export function resultCard(say: Phrases, view: ResultView): Card {
  const { result } = view;
  const submit = action(say, {
    family: 'result',
    verb: 'submit',
    args: { result: resultId(result) },
    style: 'primary',
    emoji: '📨',
  });
  const ready = result.state === 'draft' && result.text !== '';
  return card(resultLabel(say, result), [...resultBody(say, view), ...(ready ? [actions(submit)] : [])]);
}

/** State, text and links, without buttons. */
export function resultBody(say: Phrases, { result, group, answers, answeredBy, vote }: ResultView): readonly Node[] {
  return [
    fields([
      [say.say('result.field.state'), stateName(say, result)],
      [say.say('result.field.vote'), vote ? shortId('vote', vote.number) : null],
      [say.say('result.field.group'), group.name],
      [say.say('result.field.version'), String(result.version)],
    ]),
    result.text === ''
      ? paragraph(say.line('result.noText', { command: editLine(say, result) }), 'muted')
      : quote(result.text),
    ...linked(say, 'result.answers', answers),
    ...linked(say, 'result.answeredBy', answeredBy),
  ];
}

function editLine(say: Phrases, result: WorkResult): Inline {
  return text(typed(say.locale, 'result', 'edit', resultId(result), say.say('input.yourText')), 'code');
}

function linked(say: Phrases, key: PlainKey, results: readonly WorkResult[]): readonly Node[] {
  if (results.length === 0) return [];
  return [heading(say.say(key)), list(results.map((result) => [text(resultLabel(say, result))]))];
}
