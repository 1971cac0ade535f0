/** Whose side nobody among the members speaks for. */

import { paragraph } from '../../../cards/build.ts';
import { stakeholderName } from '../../../cards/stakeholder.ts';
import type { Membership } from '../../../domain/group/group.ts';
import { STAKEHOLDER_KINDS } from '../../../domain/person/stakeholder.ts';
import type { Node } from '../../../message/model.ts';
import { listOf } from '../../../text/lists.ts';
import type { Phrases } from '../../../text/phrases.ts';

/** Nothing while there are no members to speak of. */
export function missingNodes(say: Phrases, members: readonly Pick<Membership, 'kind'>[]): readonly Node[] {
  const there = new Set(members.map(({ kind }) => kind));
  const missing = STAKEHOLDER_KINDS.filter((kind) => !there.has(kind)).map((kind) => stakeholderName(say, kind));
  if (members.length === 0 || missing.length === 0) return [];
  const kinds = listOf(say.locale, missing);
  return [paragraph(say.line('group.missing', { kinds }), 'muted')];
}
