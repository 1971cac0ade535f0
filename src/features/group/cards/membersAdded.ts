/** Tells a group who has joined it, and whose place in it is another one now. */

import { card, list, type NameBook, paragraph, text } from '../../../cards/build.ts';
import type { Group, Membership } from '../../../domain/group/group.ts';
import type { Card, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { memberLine } from './memberLine.ts';

export interface MembersAdded {
  readonly group: Pick<Group, 'name'>;
  readonly added: readonly Membership[];
  readonly changed: readonly Membership[];
  readonly names: NameBook;
}

export function membersAddedCard(say: Phrases, { group, added, changed, names }: MembersAdded): Card {
  return card('', [...section('group.added', added), ...section('group.changed', changed)]);

  function section(key: 'group.added' | 'group.changed', members: readonly Membership[]): readonly Node[] {
    if (members.length === 0) return [];
    const intro = paragraph(say.line(key, { name: text(group.name) }));
    return [intro, list(members.map((member) => memberLine(say, member, names)))];
  }
}
