/** The notice in the steering group's room that a work result waits for its decision. */

import { action, actions, card, paragraph } from '../../../cards/build.ts';
import { resultId } from '../../../domain/labels.ts';
import type { Card, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { resultLabel } from './label.ts';
import { type ResultView, resultBody } from './resultCard.ts';

export function submissionCard(say: Phrases, view: ResultView): Card {
  const title = say.say('result.submission.title', { label: resultLabel(say, view.result) });
  return card(title, [...resultBody(say, view), ...nextStep(say, view)]);
}

/** The button only as long as a vote can be opened. */
function nextStep(say: Phrases, { result, vote }: ResultView): readonly Node[] {
  if (result.state !== 'submitted' || vote) return [];
  return [paragraph(say.line('result.submission.next'), 'muted'), actions(openVote(say, result))];
}

export function openVote(say: Phrases, result: ResultView['result']) {
  return action(say, {
    family: 'vote',
    verb: 'open',
    variant: 'submission',
    args: { result: resultId(result) },
    style: 'primary',
    emoji: '🗳️',
  });
}
