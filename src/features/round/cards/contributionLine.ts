/** One contribution as a line: `R-2.1 Name (Verwaltung): text`; in an anonymous round without a trace of who wrote it. */

import { type NameBook, person } from '../../../cards/build.ts';
import { stakeholderName } from '../../../cards/stakeholder.ts';
import { contributionId } from '../../../domain/labels.ts';
import type { Contribution, InputRound } from '../../../domain/round/inputRound.ts';
import type { Text } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';

export function contributionLine(
  say: Phrases,
  round: Pick<InputRound, 'number' | 'anonymity'>,
  contribution: Contribution,
  names: NameBook,
): Text {
  const id = contributionId(round, contribution);
  if (round.anonymity === 'anonymous') return [text(`${id}: ${contribution.text}`)];
  return [text(`${id} `), ...author(say, contribution, names), text(`: ${contribution.text}`)];
}

/** Whoever recorded somebody else's words stays visible beside them. */
function author(say: Phrases, { personId, behalfOf, kind }: Contribution, names: NameBook): Text {
  const who = person(personId, names, say);
  if (behalfOf !== null) return say.line('input.behalfOf', { who: behalfOf, recorder: who });
  return kind === null ? [who] : [who, text(` (${stakeholderName(say, kind)})`)];
}
