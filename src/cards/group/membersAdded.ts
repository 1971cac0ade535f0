/** Tells a group who has joined it. */
import type { Group, Membership } from '../../domain/group.ts';
import type { Phrases } from '../../text/phrases.ts';
import { card, list, type NameBook, paragraph, text } from '../build.ts';
import type { Card } from '../model.ts';
import { memberLine } from './memberLine.ts';

export function membersAddedCard(
  say: Phrases,
  group: Pick<Group, 'name'>,
  members: readonly Membership[],
  names: NameBook,
): Card {
  const intro = paragraph(say.line('group.added', { name: text(group.name) }));
  return card('', [intro, list(members.map((member) => memberLine(say, member, names)))]);
}
