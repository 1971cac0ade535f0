/** The answer to setting up a process: what it is now, and what comes next. */

import { card, list, paragraph, text } from '../../../cards/build.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Card } from '../../../message/model.ts';
import { formatWeekday } from '../../../text/dates/format.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';

export function processReadyCard(say: Phrases, process: Process): Card {
  const digest = { day: formatWeekday(say.locale, process.digest.weekday), time: process.digest.time };
  const command = (verb: string, rest: string) =>
    text(typed(say.locale, 'group', verb, ...(rest ? [rest] : [])), 'code');
  return card(say.say('process.readyTitle', { name: process.name }), [
    paragraph(say.line('process.ready', digest)),
    ...(process.region === null ? [paragraph(say.line('process.regionHint'), 'warning')] : []),
    paragraph(say.line('process.next')),
    list([
      say.line('process.nextSteering', { command: command('steering', '') }),
      say.line('process.nextGroup', { command: command('new', say.say('example.group.new')) }),
      say.line('process.nextMembers', { command: command('add', say.say('example.group.add')) }),
    ]),
  ]);
}
