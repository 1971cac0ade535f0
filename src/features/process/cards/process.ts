/** The whole process at a glance. */

import { card, fields, list, type NameBook, paragraph, people, text } from '../../../cards/build.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Card } from '../../../message/model.ts';
import { formatWeekday } from '../../../text/dates/format.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { type GroupWithMembers, groupLines } from '../../group/cards/groups.ts';
import { missingNodes } from '../../group/cards/missing.ts';

export interface ProcessCardData {
  readonly process: Process;
  readonly coordinators: readonly PersonId[];
  readonly groups: readonly GroupWithMembers[];
  readonly openTasks: number;
  readonly openRounds: number;
  readonly openVotes: number;
  readonly auditHead: string;
  readonly names: NameBook;
}

export function processCard(say: Phrases, data: ProcessCardData): Card {
  const { process } = data;
  const digest = { day: formatWeekday(say.locale, process.digest.weekday), time: process.digest.time };
  const facts = fields([
    [say.say('process.coordinators'), people(data.coordinators, data.names, say)],
    [say.say('process.region'), process.region ?? say.say('process.regionMissing')],
    [say.say('process.zone'), process.zone],
    [say.say('process.digestTime'), say.say('process.digestAt', digest)],
    [say.say('process.rule'), say.say(`profile.${process.voteProfile}`)],
    [say.say('process.polls'), process.polls ? say.say('process.pollsOn') : null],
    [say.say('process.open'), say.say('process.openFigures', openFigures(data))],
    [say.say('process.auditHead'), [text(data.auditHead.slice(0, 12), 'code')]],
  ]);
  const groups = data.groups.length === 0 ? [] : [list(groupLines(say, data.groups))];
  const absent = missingNodes(
    say,
    data.groups.flatMap(({ members }) => members),
  );
  const example = process.example ? [paragraph(say.line('process.example'), 'muted')] : [];
  return card(process.name, [...example, facts, ...groups, ...absent]);
}

function openFigures({ openTasks, openRounds, openVotes }: ProcessCardData) {
  return { tasks: openTasks, rounds: openRounds, votes: openVotes };
}
