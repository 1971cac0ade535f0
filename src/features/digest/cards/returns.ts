/** What came back to input rounds, by stakeholder kind, and which kinds have not been heard. */

import { heading, list, paragraph } from '../../../cards/build.ts';
import { stakeholderName } from '../../../cards/stakeholder.ts';
import { roundId } from '../../../domain/labels.ts';
import type { StakeholderKind } from '../../../domain/person/stakeholder.ts';
import type { KindShare } from '../../../domain/round/participation.ts';
import type { Node, Text } from '../../../message/model.ts';
import { excerpt } from '../../../text/excerpt.ts';
import { listOf } from '../../../text/lists.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { text } from '../../../text/phrases.ts';
import type { Digest, RoundReturn } from './digest.ts';

const QUESTION_LENGTH = 80;

export function returns(say: Phrases, { rounds }: Digest): readonly Node[] {
  if (rounds.length === 0) return [];
  return [heading(say.say('digest.section.returns')), list(rounds.map((round) => row(say, round)))];
}

function row(say: Phrases, { round, answered, invited, byKind }: RoundReturn): Text {
  const line = say.say('digest.return', {
    id: roundId(round),
    question: excerpt(round.question, QUESTION_LENGTH),
    answered,
    invited,
    state: round.state,
  });
  return [text(line), ...(byKind ? [text(` (${byKind.map((share) => shareText(say, share)).join(', ')})`)] : [])];
}

function shareText(say: Phrases, { kind, answered, invited }: KindShare): string {
  const name = kind === null ? say.say('digest.return.noKind') : stakeholderName(say, kind);
  return say.say('digest.return.kind', { name, answered, invited });
}

export function unheardKinds(say: Phrases, { unheard }: Digest): readonly Node[] {
  if (unheard.length === 0) return [];
  const names = listOf(say.locale, unheard.map(name));
  return [paragraph(say.say('digest.unheard', { kinds: names }))];

  function name(kind: StakeholderKind): string {
    return stakeholderName(say, kind);
  }
}
