/** The overdue tasks of a digest, by working group. */

import { heading, list, paragraph, person } from '../../../cards/build.ts';
import type { Node, Text } from '../../../message/model.ts';
import { excerpt } from '../../../text/excerpt.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { taskId } from '../../task/cards/facts.ts';
import type { Digest, LateTask } from './digest.ts';

const TEXT_LENGTH = 120;

/** At most `limit` tasks of each group. */
export function lateTasks(say: Phrases, digest: Digest, limit: number): readonly Node[] {
  if (digest.overdue.length === 0) return [];
  const groups = digest.overdue.flatMap(({ group, tasks }): Node[] => {
    const more = tasks.length - limit;
    const rows = tasks.slice(0, limit).map((late) => row(say, late, digest.names));
    return [
      paragraph([text(group, 'bold')]),
      list(more > 0 ? [...rows, [text(say.say('digest.more', { more }))]] : rows),
    ];
  });
  return [heading(say.say('digest.section.late')), ...groups];
}

function row(say: Phrases, { task, days, stuck }: LateTask, names: Digest['names']): Text {
  const who = task.assigneeId === null ? text(say.say('digest.late.nobody')) : person(task.assigneeId, names, say);
  const line = say.line('digest.late', {
    id: text(taskId(task), 'bold'),
    text: excerpt(task.text, TEXT_LENGTH),
    who,
    days,
  });
  return stuck ? [...line, text(' '), text(say.say('digest.late.stuck'), 'bold')] : line;
}
