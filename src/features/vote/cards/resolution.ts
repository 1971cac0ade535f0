/** The record of a closed vote, posted in the steering room: resolution, wording, numbers, names, proof. */

import { card, fields, list, paragraph, people, quote, text } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import { shortId } from '../../../domain/labels.ts';
import type { Deadline } from '../../../domain/time/deadline.ts';
import type { Card, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { describeOutcome, describeRecusal } from '../../../text/votes/describe.ts';
import { typed } from '../../../text/words.ts';
import { kindName } from '../../result/cards/label.ts';
import { named } from './named.ts';
import { type DecidedView, inWords, shortHash } from './view.ts';

interface Proof {
  /** Whether the ballots of the recused would have changed the result; null where none was cast. */
  readonly decisive: boolean | null;
  /** Newest hash of the audit log, 64 digits. */
  readonly head: string;
}

export function resolutionCard(say: Phrases, view: DecidedView, { decisive, head }: Proof): Card {
  const { vote, decision } = view;
  const [verdict = '', ...rest] = inWords(say, describeOutcome(decision.outcome, decision.tally, vote.rule));
  return card(resolutionTitle(say, view), [
    paragraph([text(verdict, 'bold')]),
    ...recommendation(say, view),
    quote(vote.text || vote.title),
    minutes(say, view),
    list([...rest, ...inWords(say, describeRecusal(decisive))].map((sentence) => [text(sentence)])),
    ...named(say, view),
    paragraph(
      say.line('vote.resolution.proof', {
        hash: text(shortHash(head), 'code'),
        command: text(typed(say.locale, 'mitwirk', 'audit'), 'code'),
      }),
      'muted',
    ),
  ]);
}

/** In place of the record, once a vote that was closed before its time is open again: how people voted is nobody's business then. */
export function voidCard(say: Phrases, view: Pick<DecidedView, 'vote' | 'decision'>, until: Deadline): Card {
  const { vote } = view;
  const id = shortId('vote', vote.number);
  return card(say.say('vote.void.title', { title: resolutionTitle(say, view) }), [
    paragraph(say.line('vote.void.text', { id, until: lastingDeadline(say, until) }), 'warning'),
    quote(vote.text || vote.title),
  ]);
}

/** `Beschluss 3/2027: …`, or what the vote ended in without one. */
export function resolutionTitle(say: Phrases, { vote, decision }: Pick<DecidedView, 'vote' | 'decision'>): string {
  const { title } = vote;
  if (decision.resolution) {
    const { number, year } = decision.resolution;
    return say.say('vote.resolution.title', { number: `${number}/${year}`, title });
  }
  const { result } = decision.outcome;
  if (result === 'adopted' || result === 'rejected') throw new Error('What is adopted or rejected has a number');
  return say.say(`vote.resolution.${result}`, { id: shortId('vote', vote.number), title });
}

/** A steering group does not bind the council: what it adopts as the final draft is a recommendation. */
function recommendation(say: Phrases, { vote, decision }: DecidedView): readonly Node[] {
  if (vote.resultKind !== 'draftConcept' || decision.outcome.result !== 'adopted') return [];
  return [paragraph(say.say('vote.resolution.recommendation'))];
}

function minutes(say: Phrases, { vote, decision, result, from, seats, names }: DecidedView): Node {
  const recused = seats.filter((seat) => seat.recused).map((seat) => seat.holderId);
  const { outcome, tally } = decision;
  const { present, base, needed, met } = outcome.quorum;
  const { advisory, call, choices, majority, profile } = vote.rule;
  const quorumWord = call === 'second' ? 'second' : met ? 'met' : 'missed';
  const proposal = {
    vote: shortId('vote', vote.number),
    kind: kindName(say, vote.resultKind),
    id: shortId('result', result.number),
    version: vote.resultVersion,
  };
  return fields([
    [say.say('vote.label.proposal'), say.say('vote.resolution.proposal', proposal)],
    [say.say('vote.label.from'), from === '' ? null : from],
    [
      say.say('vote.label.votes'),
      majority.kind === 'consent' ? null : say.say('vote.votes', { yes: tally.yes, no: tally.no }),
    ],
    [say.say('vote.label.abstentions'), choices.includes('abstain') ? `${tally.abstain}` : null],
    [say.say('vote.label.recused'), recused.length === 0 ? say.say('vote.nobody') : people(recused, names, say)],
    [say.say('vote.label.quorum'), advisory ? null : say.say(`vote.quorum.${quorumWord}`, { present, base, needed })],
    [say.say('vote.label.rule'), say.say(`profile.${profile}`)],
    [say.say('vote.label.ended'), lastingDeadline(say, vote.deadline)],
  ]);
}
