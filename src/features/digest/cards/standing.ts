/** How far the groups are with their tasks, as a chart. */

import type { Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import type { Digest } from './digest.ts';

/** At most `limit` groups, in their order. */
export function groupStanding(say: Phrases, { standing }: Digest, limit: number): readonly Node[] {
  if (standing.length === 0) return [];
  const bars = standing.slice(0, limit).map(({ group, done, open, late }) => ({
    label: group,
    parts: [
      { label: say.say('digest.standing.done'), value: done, tone: 'good' as const },
      { label: say.say('digest.standing.open'), value: open, tone: 'neutral' as const },
      { label: say.say('digest.standing.late'), value: late, tone: 'bad' as const },
    ],
  }));
  return [{ n: 'chart', chart: { title: say.say('digest.section.standing'), bars } }];
}
