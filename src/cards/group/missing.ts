/** Whose side nobody among the members speaks for. */

import type { Membership } from '../../domain/group.ts';
import { STAKEHOLDER_KINDS } from '../../domain/stakeholder.ts';
import { listOf } from '../../text/lists.ts';
import type { Phrases } from '../../text/phrases.ts';
import { paragraph } from '../build.ts';
import type { Node } from '../model.ts';
import { stakeholderName } from '../round/label.ts';

/** Nothing while there are no members to speak of. */
export function missingNodes(say: Phrases, members: readonly Pick<Membership, 'kind'>[]): readonly Node[] {
  const there = new Set(members.map(({ kind }) => kind));
  const missing = STAKEHOLDER_KINDS.filter((kind) => !there.has(kind)).map((kind) => stakeholderName(say, kind));
  if (members.length === 0 || missing.length === 0) return [];
  const kinds = listOf(say.locale, missing);
  return [paragraph(say.line('group.missing', { kinds }), 'muted')];
}
