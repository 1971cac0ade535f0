/** Work results in a list, and how one came about. */

import { card, heading, list, type NameBook, paragraph, person, quote, sentence } from '../../../cards/build.ts';
import type { ResultVersion, WorkResult } from '../../../domain/result/workResult.ts';
import type { Card } from '../../../message/model.ts';
import { formatInstant } from '../../../text/dates/format.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';
import { resultLabel, stateName } from './label.ts';

export function resultListCard(say: Phrases, results: readonly WorkResult[]): Card {
  const command = typed(say.locale, 'result', 'draft', say.say('example.result.draft'));
  if (results.length === 0) return sentence(say.line('result.list.none', { command: text(command, 'code') }));
  const rows = results.map((result) =>
    say.line('result.list.line', { label: resultLabel(say, result), state: stateName(say, result) }),
  );
  return card(say.say('result.list.title'), [list(rows)]);
}

/** Dates are days of the zone of the process. */
export function historyCard(
  say: Phrases,
  result: WorkResult,
  versions: readonly ResultVersion[],
  names: NameBook,
  zone: string,
): Card {
  const body = versions.flatMap((version) => [
    heading(say.say('result.version', { version: version.version, at: formatInstant(say.locale, version.at, zone) })),
    paragraph(say.line('result.versionBy', { who: person(version.by, names, say) }), 'muted'),
    version.text === '' ? paragraph(say.line('result.emptyVersion'), 'muted') : quote(version.text),
  ]);
  return card(resultLabel(say, result), body);
}
