/** Answers to whoever changed who votes for a seat. */

import { card, type NameBook, paragraph, person, sentence } from '../../../cards/build.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { shortId } from '../../../domain/labels.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Card } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { typed, wordFor } from '../../../text/words.ts';

interface Recusal {
  readonly vote: AdoptionVote;
  readonly person: { readonly id: PersonId };
  readonly own: boolean;
  readonly back: boolean;
  readonly hadVoted: boolean;
}

/** Says what it does to an earlier ballot, and how a slip of the finger is taken back. */
export function recusalAnswer(say: Phrases, recusal: Recusal, names: NameBook): Card {
  const { vote, own, back, hadVoted } = recusal;
  const id = shortId('vote', vote.number);
  const who = person(recusal.person.id, names, say);
  const undo = typed(say.locale, 'vote', 'recuse', id, wordFor(say.locale, 'back'));
  const what = back ? 'back' : 'recorded';
  return card('', [
    paragraph(say.line(`vote.recusal.answer.${what}`, { id, who, own: own ? 'yes' : 'no' })),
    ...(hadVoted ? [paragraph(say.say(back ? 'vote.recusal.counts' : 'vote.recusal.void'))] : []),
    ...(back || !own ? [] : [paragraph(say.line('vote.recusal.undo', { command: text(undo, 'code') }), 'muted')]),
  ]);
}

interface Deputising {
  readonly vote: AdoptionVote;
  readonly holderId: PersonId;
  readonly deputyId: PersonId | null;
}

export function deputyAnswer(say: Phrases, { vote, holderId, deputyId }: Deputising, names: NameBook): Card {
  const id = shortId('vote', vote.number);
  const holder = person(holderId, names, say);
  if (deputyId === null) return sentence(say.line('vote.deputy.answer.back', { id, holder }));
  return sentence(say.line('vote.deputy.answer.in', { id, holder, deputy: person(deputyId, names, say) }));
}
