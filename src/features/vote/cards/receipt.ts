/** What a voter alone is told: the ballot as recorded or taken back, until when it can be changed, and for which text. */

import { actions, card, paragraph, quote, sentence, text } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { shortId } from '../../../domain/labels.ts';
import type { AdoptionVote, VoteBallot } from '../../../domain/vote/adoptionVote.ts';
import type { Standing } from '../../../domain/vote/roll.ts';
import type { Card, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { buttons } from './buttons.ts';
import { choiceWord, shortHash } from './view.ts';

type How = 'recorded' | 'changed' | 'same' | 'mine';

/** `how` says whether it is new, takes the place of another, was there already, or was only asked for. */
export function receiptCard(say: Phrases, vote: AdoptionVote, ballot: VoteBallot, how: How): Card {
  const id = shortId('vote', vote.number);
  return card('', [
    paragraph(say.say(`vote.receipt.${how}`, { id, choice: choiceWord(say, vote.rule, ballot.choice) })),
    ...(ballot.reason ? [quote(ballot.reason)] : []),
    ...(ballot.castBy === ballot.holderId ? [] : [paragraph(say.say('vote.receipt.deputy'))]),
    ...(vote.state === 'open' ? [changeable(say, vote)] : []),
    paragraph(say.line('vote.receipt.text', { hash: text(shortHash(ballot.textHash), 'code') }), 'muted'),
  ]);
}

/** Says what it was that counts no longer, so that nobody takes back something else than they mean. */
export function retractedCard(say: Phrases, vote: AdoptionVote, ballot: VoteBallot): Card {
  const id = shortId('vote', vote.number);
  return card('', [
    paragraph(say.say('vote.receipt.retracted', { id, choice: choiceWord(say, vote.rule, ballot.choice) })),
    ...(ballot.reason ? [quote(ballot.reason)] : []),
    ...(ballot.castBy === ballot.holderId ? [] : [paragraph(say.say('vote.receipt.deputy'))]),
    paragraph(say.line('vote.receipt.again', { id, until: lastingDeadline(say, vote.deadline) })),
    actions(...buttons(say, vote)),
  ]);
}

function changeable(say: Phrases, vote: AdoptionVote): Node {
  return paragraph(say.line('vote.receipt.change', { until: lastingDeadline(say, vote.deadline) }));
}

interface Own {
  readonly vote: AdoptionVote;
  readonly standing: Standing<object>;
  readonly person: PersonId;
  readonly ballot: VoteBallot | null;
  readonly running: boolean;
}

/** The answer to «what is recorded for me». A void or foreign ballot is told as what it is. */
export function ownBallotCard(say: Phrases, { vote, standing, ballot, running }: Own): Card {
  const id = shortId('vote', vote.number);
  if (!standing.may) return sentence(say.say(`vote.mine.${standing.why}`, { id }));
  if (ballot) return receiptCard(say, vote, ballot, 'mine');
  if (!running) return sentence(say.say('vote.mine.noneLate', { id }));
  return card('', [
    paragraph(say.line('vote.mine.none', { id, until: lastingDeadline(say, vote.deadline) })),
    actions(...buttons(say, vote)),
  ]);
}
