/** Confirms who has left a group. */
import type { Group } from '../../domain/group.ts';
import type { Person } from '../../domain/person.ts';
import type { Phrases } from '../../text/phrases.ts';
import { people, sentence } from '../build.ts';
import type { Card } from '../model.ts';

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
