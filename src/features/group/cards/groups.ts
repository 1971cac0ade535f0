/** All groups of a process. */

import { card, list, paragraph, text } from '../../../cards/build.ts';
import type { Group, Membership } from '../../../domain/group/group.ts';
import type { Card, Text } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';

export interface GroupWithMembers {
  readonly group: Group;
  readonly members: readonly Membership[];
}

export function groupsCard(say: Phrases, groups: readonly GroupWithMembers[]): Card {
  if (groups.length > 0) return card(say.say('group.listTitle'), [list(groupLines(say, groups))]);
  const command = text(typed(say.locale, 'group', 'steering'), 'code');
  return card('', [paragraph(say.line('group.none', { command }))]);
}

export function groupLines(say: Phrases, groups: readonly GroupWithMembers[]): readonly Text[] {
  return groups.map(({ group, members }) =>
    say.line('group.line', {
      name: text(group.name, 'bold'),
      kind: group.kind,
      field: group.field ?? '',
      hasField: group.field ? 'yes' : 'no',
      count: members.length,
    }),
  );
}
