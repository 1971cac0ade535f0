/** Finds the person meant by a name after `@`. */
import { refuse } from '../domain/failure.ts';
import type { Person } from '../domain/person/person.ts';
import type { Mention } from '../ports/inbound.ts';
import type { Place } from '../ports/store/people.ts';
import type { Tx } from '../ports/store.ts';

/**
 * Never guesses. The platform says who is meant; else it is the one person of the process who is called so; else the one
 * who is at home in the same place and takes part in no process elsewhere. Whoever else there may be is as unknown as nobody.
 * @throws Refusal `person.unknown`, `person.ambiguous`
 */
export async function personNamed(
  tx: Pick<Tx, 'people'>,
  place: Place,
  name: string,
  mentions: readonly Mention[] = [],
): Promise<Person> {
  const called = mentions.filter(({ word }) => word.toLowerCase() === name.toLowerCase());
  const meant = called.find(({ typed }) => !typed);
  if (meant) return known(tx, place, meant);
  // Whoever is in the room may not have been heard of yet.
  for (const one of called) if (one.origin === place.origin) await known(tx, place, one);
  const accounts = called.map(({ externalId }) => externalId);
  const { inside, near } = await tx.people.named(place, name, accounts);
  const found = inside.length > 0 ? inside : near;
  const [only] = found;
  if (only && found.length === 1) return only;
  return refuse(found.length === 0 ? 'person.unknown' : 'person.ambiguous', { name: `@${name}` });
}

function known(tx: Pick<Tx, 'people'>, { platform }: Place, { externalId, origin, handle, name }: Mention) {
  return tx.people.ensure({ platform, externalId, origin, handle }, name);
}
