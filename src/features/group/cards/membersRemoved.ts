/** Confirms who has left a group. */

import { people, sentence } from '../../../cards/build.ts';
import type { Group } from '../../../domain/group/group.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';

export function membersRemovedCard(
  say: Phrases,
  group: Pick<Group, 'name'>,
  gone: readonly Pick<Person, 'id' | 'name'>[],
): Card {
  const names = people(
    gone.map(({ id }) => id),
    new Map(gone.map(({ id, name }) => [id, name])),
    say,
  );
  return sentence(say.line('group.removed', { names, group: group.name, count: gone.length }));
}
