/** The columns of a group and of a membership, and the order in which groups are shown. */
import type { Group } from '../../../src/domain/group/group.ts';

export const GROUP = [
  'id',
  'process_id as processId',
  'kind',
  'name',
  'field',
  'room_id as roomId',
  'archived_at as archivedAt',
] as const;

export const MEMBERSHIP = [
  'group_id as groupId',
  'person_id as personId',
  'role',
  'deputy_of as deputyOf',
  'kind',
  'organisation',
] as const;

const byName = new Intl.Collator('de', { numeric: true });

/** Sorted here: the order of names in the database depends on how it was created. */
export function inOrder(groups: readonly Group[]): readonly Group[] {
  const rank = (group: Group) => (group.kind === 'steering' ? 0 : 1);
  return groups.toSorted((a, b) => rank(a) - rank(b) || byName.compare(a.name, b.name) || a.id - b.id);
}
