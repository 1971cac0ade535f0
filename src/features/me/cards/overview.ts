/** What waits for one person, each line with the id that opens it. */

import { card, heading, list, paragraph, text } from '../../../cards/build.ts';
import { deadlineLine } from '../../../cards/date.ts';
import type { Group, Membership } from '../../../domain/group/group.ts';
import { shortId } from '../../../domain/labels.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import type { Task } from '../../../domain/task/task.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Card, Node, Text } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { wordFor } from '../../../text/words.ts';

export interface MyOverviewData {
  readonly name: string;
  readonly today: LocalDate;
  readonly tasks: readonly Task[];
  readonly votes: readonly AdoptionVote[];
  readonly rounds: readonly InputRound[];
  readonly groups: readonly { readonly group: Group; readonly membership: Membership | null }[];
}

/** Things of one kind that wait, most urgent kind first. */
export interface Waiting {
  readonly family: 'vote' | 'input' | 'task';
  readonly title: string;
  readonly ids: readonly string[];
  readonly lines: readonly Text[];
}

export function myOverviewCard(say: Phrases, data: MyOverviewData): Card {
  return card(say.say('me.title', { name: data.name }), overviewBody(say, data));
}

/** @param below what stands below the things of one kind */
export function overviewBody(
  say: Phrases,
  data: MyOverviewData,
  below: (waiting: Waiting) => readonly Node[] = () => [],
): readonly Node[] {
  const waiting = waitingIn(say, data).filter(({ ids }) => ids.length > 0);
  const nothing = waiting.length === 0 ? [paragraph(say.line('me.nothing'))] : [];
  const groups = section(
    say.say('me.groups'),
    data.groups.map((entry) => groupLine(say, entry)),
  );
  return [...nothing, ...waiting.flatMap((kind) => [...section(kind.title, kind.lines), ...below(kind)]), ...groups];
}

function waitingIn(say: Phrases, { votes, rounds, tasks, today }: MyOverviewData): readonly Waiting[] {
  return [
    {
      family: 'vote',
      title: say.say('me.votes'),
      ids: votes.map(({ number }) => shortId('vote', number)),
      lines: votes.map((vote) => voteLine(say, vote, today)),
    },
    {
      family: 'input',
      title: say.say('me.rounds'),
      ids: rounds.map(({ number }) => shortId('round', number)),
      lines: rounds.map((round) => roundLine(say, round, today)),
    },
    {
      family: 'task',
      title: say.say('me.tasks'),
      ids: tasks.map(({ number }) => shortId('task', number)),
      lines: tasks.map((task) => taskLine(say, task, today)),
    },
  ];
}

function section(title: string, items: readonly Text[]): readonly Node[] {
  return items.length === 0 ? [] : [heading(title), list(items)];
}

function voteLine(say: Phrases, vote: AdoptionVote, today: LocalDate): Text {
  return say.line('me.line', {
    id: bold(shortId('vote', vote.number)),
    words: vote.title,
    due: deadlineLine(say, vote.deadline, today),
  });
}

function roundLine(say: Phrases, round: InputRound, today: LocalDate): Text {
  const words = round.question;
  return say.line('me.line', {
    id: bold(shortId('round', round.number)),
    words,
    due: deadlineLine(say, round.deadline, today),
  });
}

function taskLine(say: Phrases, task: Task, today: LocalDate): Text {
  const id = bold(shortId('task', task.number));
  if (!task.due) return say.line('me.lineOpen', { id, words: task.text });
  return say.line('me.line', { id, words: task.text, due: deadlineLine(say, task.due, today) });
}

function groupLine(say: Phrases, { group, membership }: MyOverviewData['groups'][number]): Text {
  const role = membership ? wordFor(say.locale, `role.${membership.role}`) : '';
  return [text(group.name, 'bold'), text(role === '' ? '' : ` – ${role}`)];
}

function bold(id: string) {
  return text(id, 'bold');
}
