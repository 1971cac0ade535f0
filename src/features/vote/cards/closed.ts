/** What is said about the end of a vote outside the record: to the working group, and to the chair when too few voted. */

import { card, list, paragraph, sentence, text } from '../../../cards/build.ts';
import { shortId } from '../../../domain/labels.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { describeOutcome } from '../../../text/votes/describe.ts';
import { typed, wordFor } from '../../../text/words.ts';
import { resolutionTitle } from './resolution.ts';
import { choiceWord, type DecidedView, inWords } from './view.ts';

/** One post to the working group the proposal came from. Objections come with it, because the group has to answer them. */
export function closedForGroupCard(say: Phrases, view: DecidedView): Card {
  const { vote, decision, result, ballots } = view;
  const [verdict = ''] = inWords(say, describeOutcome(decision.outcome, decision.tally, vote.rule));
  const raised = [...ballots.values()].flatMap(({ choice, reason }) =>
    reason && (choice === 'objection' || choice === 'concern')
      ? [[text(`${choiceWord(say, vote.rule, choice)}: ${reason}`)]]
      : [],
  );
  return card(resolutionTitle(say, view), [
    paragraph(say.say('vote.group.told', { id: shortId('result', result.number), verdict })),
    ...(raised.length === 0 ? [] : [list(raised)]),
    paragraph(say.say(`vote.group.next.${decision.outcome.result}`, { id: shortId('result', result.number) })),
  ]);
}

/** To the chair: what can be done now. */
export function notQuorateCard(say: Phrases, vote: AdoptionVote): Card {
  const id = shortId('vote', vote.number);
  const command = typed(say.locale, 'vote', 'second-call', id, wordFor(say.locale, 'until'), '…');
  return sentence(say.line('vote.notQuorate.chair', { id, command: text(command, 'code') }), 'ping');
}
