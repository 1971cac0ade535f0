/** Finds the person meant by a name after `@`. */
import { refuse } from '../domain/failure.ts';
import type { Person } from '../domain/person.ts';
import type { Tx } from '../ports/store.ts';

/**
 * Never guesses: exactly one person of the platform has the handle or name, or it is refused.
 * @throws Refusal `person.unknown`, `person.ambiguous`
 */
export async function personNamed(tx: Pick<Tx, 'people'>, platform: string, name: string): Promise<Person> {
  const found = await tx.people.named(platform, name);
  const [only] = found;
  if (only && found.length === 1) return only;
  return refuse(found.length === 0 ? 'person.unknown' : 'person.ambiguous', { name: `@${name}` });
}
