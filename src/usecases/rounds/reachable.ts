/** Who may be reminded: people who are there and have not switched reminders off. */
import { localDateOf } from '../../domain/calendar.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Process } from '../../domain/process.ts';
import type { Tx } from '../../ports/store.ts';

/** A contribution is one's own word, so nobody's deputy is asked for it. */
export async function reachable(
  tx: Pick<Tx, 'people'>,
  process: Pick<Process, 'zone'>,
  ids: readonly PersonId[],
  now: Date,
): Promise<readonly PersonId[]> {
  const people = await tx.people.byIds(ids);
  return people.filter((person) => person.reminders && !isAway(person, process, now)).map((person) => person.id);
}

function isAway(person: Person, process: Pick<Process, 'zone'>, now: Date): boolean {
  const { absence } = person;
  if (!absence) return false;
  const today = localDateOf(now, person.zone ?? process.zone);
  return absence.from <= today && today <= absence.to;
}
