/** The names of the people a card mentions, read in one go. */
import type { NameBook } from '../cards/build.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Tx } from '../ports/store.ts';

export async function namesOf(tx: Pick<Tx, 'people'>, ids: Iterable<PersonId | null>): Promise<NameBook> {
  const wanted = new Set<PersonId>();
  for (const id of ids) if (id !== null) wanted.add(id);
  const found = wanted.size === 0 ? [] : await tx.people.byIds([...wanted]);
  return new Map(found.filter((person) => person.erasedAt === null).map((person) => [person.id, person.name]));
}
