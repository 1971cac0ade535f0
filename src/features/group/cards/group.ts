/** A group: what it is, who belongs to it, whose side is missing. */

import { card, list, type NameBook, paragraph, text } from '../../../cards/build.ts';
import type { Group, Membership } from '../../../domain/group/group.ts';
import type { Card, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';
import { memberLine } from './memberLine.ts';
import { missingNodes } from './missing.ts';

export interface GroupCardData {
  readonly group: Pick<Group, 'kind' | 'name' | 'field'>;
  readonly members: readonly Membership[];
  readonly names: NameBook;
  /** Just founded in this room. */
  readonly fresh: boolean;
}

export function groupCard(say: Phrases, { group, members, names, fresh }: GroupCardData): Card {
  const field = group.field ? [paragraph(say.line('group.field', { field: text(group.field) }))] : [];
  const intro = fresh ? [paragraph(say.line(`group.founded.${group.kind}`))] : [];
  return card(group.name, [
    ...intro,
    ...field,
    ...memberNodes(say, members, names),
    // The steering group shall speak for the whole town.
    ...(group.kind === 'steering' ? missingNodes(say, members) : []),
  ]);
}

function memberNodes(say: Phrases, members: readonly Membership[], names: NameBook): readonly Node[] {
  if (members.length > 0) return [list(members.map((member) => memberLine(say, member, names)))];
  const command = typed(say.locale, 'group', 'add', say.say('group.addExample'));
  return [paragraph(say.line('group.empty', { command: text(command, 'code') }))];
}
