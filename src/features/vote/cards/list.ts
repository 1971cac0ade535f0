/** Votes at a glance: how far each is, and what came of it. */

import { card, heading, list, paragraph, people, sentence, text } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { shortId } from '../../../domain/labels.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Card, Node, Text } from '../../../message/model.ts';
import type { PlainKey } from '../../../text/messages.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { describeOutcome } from '../../../text/votes/describe.ts';
import { progress } from './progress.ts';
import { resolutionTitle } from './resolution.ts';
import { inWords, type VoteView } from './view.ts';

interface Status {
  readonly view: VoteView;
  readonly missing: readonly PersonId[] | null;
}

/** The state of votes, each with its progress; nothing about how people voted. */
export function voteStatusCard(say: Phrases, found: readonly Status[]): Card {
  if (found.length === 0) return sentence(say.say('vote.status.none'));
  const open = found.every(({ view }) => view.vote.state === 'open');
  return card(
    say.say(open ? 'vote.status.title' : 'vote.list.title'),
    found.flatMap((status) => statusOf(say, status)),
  );
}

function statusOf(say: Phrases, { view, missing }: Status): readonly Node[] {
  const { vote, names } = view;
  if (vote.state !== 'open') return [paragraph(voteLine(say, vote)), ...outcomeOf(say, vote)];
  return [
    paragraph(voteLine(say, vote)),
    progress(say, view),
    ...(missing && missing.length > 0
      ? [paragraph(say.line('vote.risk.missing', { people: people(missing, names, say) }), 'muted')]
      : []),
  ];
}

function outcomeOf(say: Phrases, { decision, rule }: AdoptionVote): readonly Node[] {
  if (!decision) return [];
  return [list(inWords(say, describeOutcome(decision.outcome, decision.tally, rule)).map((line) => [text(line)]))];
}

/** All votes of a process, open ones first. */
export function voteListCard(say: Phrases, votes: readonly AdoptionVote[]): Card {
  if (votes.length === 0) return sentence(say.say('vote.list.none'));
  const open = votes.filter((vote) => vote.state === 'open');
  const done = votes.filter((vote) => vote.state !== 'open');
  return card(say.say('vote.list.title'), [
    ...section(say, 'vote.list.open', open),
    ...section(say, 'vote.list.done', done),
  ]);
}

function section(say: Phrases, title: PlainKey, votes: readonly AdoptionVote[]): readonly Node[] {
  return votes.length === 0 ? [] : [heading(say.say(title)), list(votes.map((vote) => voteLine(say, vote)))];
}

/** `B-3 „Titel“ – bis …`, or what came of it. */
export function voteLine(say: Phrases, vote: AdoptionVote): Text {
  const { decision, title } = vote;
  const id = shortId('vote', vote.number);
  if (vote.state === 'withdrawn') return [text(say.say('vote.list.withdrawn', { id, title }))];
  if (!decision) {
    return say.line('vote.list.until', { id, title, until: lastingDeadline(say, vote.deadline) });
  }
  const head = resolutionTitle(say, { vote, decision });
  return [text(say.say('vote.list.decided', { id, head, result: decision.outcome.result }))];
}
