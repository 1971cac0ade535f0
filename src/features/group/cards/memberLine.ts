/** One member of a group in a line: name, role, side and organisation. */

import { type NameBook, person, text } from '../../../cards/build.ts';
import type { Membership } from '../../../domain/group/group.ts';
import type { Text } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { wordFor } from '../../../text/words.ts';

export function memberLine(say: Phrases, member: Membership, names: NameBook): Text {
  const facts = [kindName(say, member), member.organisation].filter((fact) => fact !== null && fact !== '');
  const side = facts.length === 0 ? [] : [text(` (${facts.join(', ')})`)];
  return [person(member.personId, names, say), text(' – '), ...roleText(say, member, names), ...side];
}

function roleText(say: Phrases, member: Membership, names: NameBook): Text {
  if (member.deputyOf === null) return [text(wordFor(say.locale, `role.${member.role}`))];
  return say.line('group.deputyOf', { person: person(member.deputyOf, names, say) });
}

function kindName(say: Phrases, member: Membership): string | null {
  return member.kind === null ? null : wordFor(say.locale, `kind.${member.kind}`);
}
