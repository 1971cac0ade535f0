/** Who may be reminded: people who are there and have not switched reminders off. */

import type { PersonId } from '../../../domain/ids.ts';
import { isAway } from '../../../domain/person/absence.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Process } from '../../../domain/process/process.ts';
import { localDateOf } from '../../../domain/time/calendar.ts';
import type { Tx } from '../../../ports/store.ts';

/** A contribution is one's own word, so nobody's deputy is asked for it. */
export async function reachable(
  tx: Pick<Tx, 'people'>,
  process: Pick<Process, 'zone'>,
  ids: readonly PersonId[],
  now: Date,
): Promise<readonly PersonId[]> {
  const people = await tx.people.byIds(ids);
  const isThere = (person: Person) => !isAway(person, localDateOf(now, person.zone ?? process.zone));
  return people.filter((person) => person.reminders && isThere(person)).map((person) => person.id);
}
