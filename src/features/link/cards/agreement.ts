/** Asks coordinators and chair whether somebody with rights may use a second account. */

import { actions, card, fields, paragraph } from '../../../cards/build.ts';
import { instantLeaf } from '../../../cards/date.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { type AccountFace, accountLine } from './account.ts';
import { noButton, yesButton } from './buttons.ts';

export interface Agreement {
  readonly request: number;
  /** The account with the rights. */
  readonly shown: AccountFace;
  readonly typed: AccountFace;
  readonly until: Date;
}

export function linkAgreementCard(say: Phrases, agreement: Agreement): Card {
  const { request, shown, until } = agreement;
  return card(
    say.say('link.agreement.title', { name: shown.name }),
    [
      both(say, agreement),
      paragraph(say.line('link.agreement.warning', { name: shown.name }), 'warning'),
      paragraph(say.line('link.agreement.advice', { until: instantLeaf(say, until, say.zone ?? 'UTC') })),
      actions(yesButton(say, request, 'agree'), noButton(say, request)),
    ],
    'ping',
  );
}

/** In place of the question, once somebody has answered it or nothing is asked any more. */
export function linkSettledCard(say: Phrases, settled: 'agreed' | 'declined', agreement: Agreement): Card {
  return card(say.say('link.agreement.title', { name: agreement.shown.name }), [
    both(say, agreement),
    paragraph(say.line(`link.settled.${settled}`), 'muted'),
  ]);
}

function both(say: Phrases, { shown, typed }: Agreement) {
  return fields([
    [say.say('link.field.shown'), accountLine(say, shown)],
    [say.say('link.field.typed'), accountLine(say, typed)],
  ]);
}
