/** Short messages about what happens to a vote besides ballots and its end. */

import { actions, card, paragraph, person, quote, sentence } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { shortId } from '../../../domain/labels.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Card, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { buttons } from './buttons.ts';
import type { VoteView } from './view.ts';

function about({ number, title }: AdoptionVote) {
  return { id: shortId('vote', number), title };
}

/** To whoever opened it from another room. */
export function openedCard(say: Phrases, vote: AdoptionVote): Card {
  return sentence(say.line('vote.opened', { ...about(vote), until: lastingDeadline(say, vote.deadline) }));
}

/** To the steering room. */
export function extendedCard(say: Phrases, vote: AdoptionVote): Card {
  return sentence(say.line('vote.extended', { ...about(vote), until: lastingDeadline(say, vote.deadline) }));
}

/** To whoever opened it again from another room. */
export function reopenedAnswer(say: Phrases, vote: AdoptionVote): Card {
  return sentence(say.line('vote.reopened', { ...about(vote), until: lastingDeadline(say, vote.deadline) }));
}

/** To the steering room; `reason` may be empty. */
export function withdrawnCard(say: Phrases, vote: AdoptionVote, reason: string): Card {
  return card('', [paragraph(say.say('vote.withdrawn.room', about(vote))), ...because(reason)]);
}

/** To each who had voted. */
export function withdrawnForVoterCard(say: Phrases, vote: AdoptionVote, reason: string): Card {
  return card('', [paragraph(say.say('vote.withdrawn.voter', about(vote))), ...because(reason)]);
}

function because(reason: string): readonly Node[] {
  return reason === '' ? [] : [quote(reason)];
}

/** To a member whom the chair recorded as personally involved, or no longer so. */
export function recusalRecordedCard(say: Phrases, vote: AdoptionVote, back: boolean): Card {
  return sentence(say.say(back ? 'vote.recusal.takenBack' : 'vote.recusal.recorded', about(vote)), 'ping');
}

/** To the deputy who is to vote. */
export function deputyInCard(say: Phrases, { vote, names }: VoteView, holder: PersonId): Card {
  const until = lastingDeadline(say, vote.deadline);
  const line = say.line('vote.deputy.in', { ...about(vote), holder: person(holder, names, say), until });
  return card('', [paragraph(line), quote(vote.text || vote.title), actions(...buttons(say, vote))], 'ping');
}
