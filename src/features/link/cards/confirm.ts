/** Asks each of both accounts whether the other one is theirs too. */

import { actions, card, paragraph, sentence } from '../../../cards/build.ts';
import { instantLeaf } from '../../../cards/date.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { type AccountFace, accountFields, platformName } from './account.ts';
import { noButton, yesButton } from './buttons.ts';

interface Question {
  readonly request: number;
  /** The other account. */
  readonly other: AccountFace;
}

/** To the account on which the code was typed. */
export function linkTypedCard(say: Phrases, question: Question): Card {
  return questionCard(say, 'typed', question);
}

/** To the account that showed the code; somebody who has the code may be waiting for it. */
export function linkOfferedCard(say: Phrases, question: Question): Card {
  return { ...questionCard(say, 'offered', question), attention: 'ping' };
}

function questionCard(say: Phrases, step: 'typed' | 'offered', { request, other }: Question): Card {
  return card(say.say(`link.${step}.title`), [
    accountFields(say, other),
    paragraph(say.line(`link.${step}.warning`), 'warning'),
    paragraph(say.line(`link.${step}.advice`)),
    actions(yesButton(say, request, 'confirm'), noButton(say, request)),
  ]);
}

/** To whoever typed the code, once they have confirmed. */
export function linkWaitingCard(say: Phrases, { platform }: AccountFace): Card {
  return sentence(say.line('link.waiting', { platform: platformName(say, platform) }));
}

/** In place of the question to the first account, once it is answered or withdrawn. */
export function linkAnsweredCard(say: Phrases, answer: 'confirmed' | 'declined'): Card {
  return card(say.say('link.offered.title'), [paragraph(say.line(`link.answered.${answer}`), 'muted')]);
}

/** In its place while somebody else is asked: until then it can be taken back. */
export function linkAgreementAwaitedCard(
  say: Phrases,
  { request, until }: { readonly request: number; readonly until: Date },
): Card {
  return card(say.say('link.offered.title'), [
    paragraph(say.line('link.answered.waiting', { until: instantLeaf(say, until, say.zone ?? 'UTC') })),
    actions(noButton(say, request, 'withdraw')),
  ]);
}

/** To an account whose request somebody else has refused. */
export function linkDeclinedCard(say: Phrases, other: AccountFace): Card {
  return card('', [paragraph(say.line('link.declined')), accountFields(say, other)], 'ping');
}
