/** How the shell writes down what the bot said. */

import { localDateOf, localTimeOf, type Zone } from '../../../src/domain/time/calendar.ts';
import { plainLines } from '../../../src/message/plain.ts';
import type { TimelineEntry } from '../../../src/ports/timeline.ts';

/** Lines for one message; `stamped` writes its time in front. */
export function transcriptOf(entry: TimelineEntry, zone: Zone, stamped: boolean): readonly string[] {
  const [first = '', ...rest] = entry.card ? plainLines(entry.card) : (entry.text ?? '').split('\n');
  const stamp = stamped ? `${localDateOf(entry.at, zone)}T${localTimeOf(entry.at, zone)} ` : '';
  return [`${stamp}bot@${entry.room}${manner(entry)}: ${first}`, ...rest.map((line) => `    ${line}`)];
}

function manner(entry: TimelineEntry): string {
  if (entry.edit) return ' edits';
  return entry.onlyFor === null ? '' : ` to ${entry.onlyFor}`;
}
