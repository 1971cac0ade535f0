/** What the cards of a vote show. */

import type { NameBook } from '../../../cards/build.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { WorkResult } from '../../../domain/result/workResult.ts';
import type { AdoptionVote, Decision, VoteBallot, VoteSeat } from '../../../domain/vote/adoptionVote.ts';
import type { Choice } from '../../../domain/vote/choice.ts';
import type { Rule } from '../../../domain/vote/rule.ts';
import { spoken } from '../../../text/catalogue.ts';
import type { Said } from '../../../text/messages.ts';
import type { Phrases } from '../../../text/phrases.ts';

export interface VoteView {
  readonly vote: AdoptionVote;
  readonly result: WorkResult;
  /** The working group the proposal comes from. */
  readonly from: string;
  /** What the proposal serves or answers. */
  readonly serves: readonly WorkResult[];
  readonly seats: readonly VoteSeat[];
  /** The ballots that count, by seat. */
  readonly ballots: ReadonlyMap<PersonId, VoteBallot>;
  readonly names: NameBook;
}

/** A view of a vote that is closed. */
export interface DecidedView extends VoteView {
  readonly decision: Decision;
}

/** The choice in the words of the rule: what is a Yes elsewhere is consent in a consent round. */
export function choiceWord(say: Phrases, rule: Pick<Rule, 'majority'>, choice: Choice): string {
  const consent = rule.majority.kind === 'consent' && choice === 'yes';
  return say.say(consent ? 'vote.choice.consent' : `vote.choice.${choice}`);
}

export function inWords(say: Phrases, sentences: readonly Said[]): readonly string[] {
  return sentences.map((sentence) => spoken(say.locale, sentence));
}

/** Enough of a fingerprint to compare by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
