/** Finds the person meant by a name after `@`. */
import { refuse } from '../domain/failure.ts';
import type { Person } from '../domain/person.ts';
import type { Mention } from '../ports/inbound.ts';
import type { Tx } from '../ports/store.ts';

/**
 * Never guesses: the platform says who is meant, or exactly one person there has the handle or name, or it is refused.
 * @throws Refusal `person.unknown`, `person.ambiguous`
 */
export async function personNamed(
  tx: Pick<Tx, 'people'>,
  platform: string,
  name: string,
  mentions: readonly Mention[] = [],
): Promise<Person> {
  const meant = mentions.find(({ word }) => word.toLowerCase() === name.toLowerCase());
  if (meant) {
    return tx.people.ensure({ platform, externalId: meant.externalId, handle: meant.handle }, meant.name);
  }
  const found = await tx.people.named(platform, name);
  const [only] = found;
  if (only && found.length === 1) return only;
  return refuse(found.length === 0 ? 'person.unknown' : 'person.ambiguous', { name: `@${name}` });
}
