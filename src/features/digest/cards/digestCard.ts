/** The weekly digest: only sections that have something to say, each short enough to be read on a phone. */

import { card, heading, list, paragraph } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import { roundId } from '../../../domain/labels.ts';
import type { Card, Node, Text } from '../../../message/model.ts';
import { formatDay } from '../../../text/dates/format.ts';
import { excerpt } from '../../../text/excerpt.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';
import { resultLabel } from '../../result/cards/label.ts';
import { taskLine } from '../../task/cards/taskLine.ts';
import { voteLine } from '../../vote/cards/list.ts';
import { progressText } from '../../vote/cards/progress.ts';
import { shortHash } from '../../vote/cards/view.ts';
import type { Digest } from './digest.ts';
import { lateTasks } from './late.ts';
import { returns, unheardKinds } from './returns.ts';
import { groupStanding } from './standing.ts';

const LONGEST_LIST = 10;
const TITLE_LENGTH = 120;

export function digestCard(say: Phrases, digest: Digest): Card {
  const sections = [
    ...section(say, 'new', created(say, digest)),
    ...section(say, 'closed', tasks(say, digest, digest.closed)),
    ...lateTasks(say, digest, LONGEST_LIST),
    ...returns(say, digest),
    ...section(say, 'decide', waiting(say, digest)),
    ...section(say, 'decided', decided(say, digest)),
    ...section(say, 'next', next(say, digest)),
  ];
  const days = { from: formatDay(say.locale, digest.from), to: formatDay(say.locale, digest.to) };
  return card(say.say('digest.title', { process: digest.process }), [
    paragraph(say.say('digest.window', days), 'muted'),
    ...groupStanding(say, digest, LONGEST_LIST),
    ...(sections.length === 0 ? [paragraph(say.say('digest.nothing'))] : sections),
    ...unheardKinds(say, digest),
    ...undeliverable(say, digest),
    proof(say, digest),
  ]);
}

function section(
  say: Phrases,
  name: 'new' | 'closed' | 'decide' | 'decided' | 'next',
  rows: readonly Text[],
): readonly Node[] {
  return rows.length === 0 ? [] : [heading(say.say(`digest.section.${name}`)), cut(say, rows)];
}

function cut(say: Phrases, rows: readonly Text[]): Node {
  const more = rows.length - LONGEST_LIST;
  const shown = rows.slice(0, LONGEST_LIST);
  return list(more > 0 ? [...shown, [text(say.say('digest.more', { more }))]] : shown);
}

function created(say: Phrases, digest: Digest): readonly Text[] {
  const { rounds, results } = digest.created;
  return [
    ...tasks(say, digest, digest.created.tasks),
    ...rounds.map((round) =>
      say.line('digest.round.opened', { id: roundId(round), question: excerpt(round.question, TITLE_LENGTH) }),
    ),
    ...results.map((result) => [text(resultLabel(say, result))]),
  ];
}

function tasks(say: Phrases, { names, to }: Digest, found: Digest['closed']): readonly Text[] {
  return found.map((task) => taskLine(say, task, { names, today: to, withAssignee: true }));
}

function waiting(say: Phrases, { submitted, votes }: Digest): readonly Text[] {
  return [
    ...submitted.map((result) => say.line('digest.submitted', { label: resultLabel(say, result) })),
    ...votes.map(({ vote, voted, entitled }) => [
      ...voteLine(say, vote),
      text(` · ${progressText(say, vote, voted, entitled)}`),
    ]),
  ];
}

function decided(say: Phrases, { decided: votes, withdrawn }: Digest): readonly Text[] {
  return [...votes.map(({ vote }) => voteLine(say, vote)), ...withdrawn.map((vote) => voteLine(say, vote))];
}

function next(say: Phrases, { upcoming }: Digest): readonly Text[] {
  return upcoming.map(({ id, what, title, deadline }) =>
    say.line('digest.upcoming', {
      day: lastingDeadline(say, deadline),
      id: text(id, 'bold'),
      what,
      title: excerpt(title, TITLE_LENGTH),
    }),
  );
}

function undeliverable(say: Phrases, { undeliverable: count }: Digest): readonly Node[] {
  return count === 0 ? [] : [paragraph(say.say('digest.undeliverable', { count }), 'warning')];
}

function proof(say: Phrases, { head }: Digest): Node {
  const command = text(typed(say.locale, 'mitwirk', 'audit'), 'code');
  return paragraph(say.line('vote.resolution.proof', { hash: text(shortHash(head), 'code'), command }), 'muted');
}
