/** Who takes part in a process, where that is asked of somebody else than the caller. */

import { refuse } from '../domain/failure.ts';
import type { PersonId } from '../domain/ids.ts';
import { standInOf } from '../domain/person/absence.ts';
import type { Person } from '../domain/person/person.ts';
import type { Process } from '../domain/process/process.ts';
import type { LocalDate } from '../domain/time/calendar.ts';
import type { Tx } from '../ports/store.ts';

type Reads = Pick<Tx, 'processes'>;

/** Coordinates the process or belongs to one of its groups. */
export async function belongs(tx: Reads, process: Pick<Process, 'id'>, person: PersonId): Promise<boolean> {
  return (await tx.processes.ofPerson(person)).some(({ id }) => id === process.id);
}

/** Nobody outside the process is written to by a bot they do not know. @throws Refusal `person.outside`, which says how to take them in */
export async function mustBelong(tx: Reads, process: Process, person: Person): Promise<void> {
  if (!(await belongs(tx, process, person.id))) refuse('person.outside', { name: person.name });
}

/** Who stands in for somebody on a day, in this process: a deputy who takes no part in it learns nothing of it. */
export async function standInWithin(
  tx: Reads,
  process: Process,
  person: Pick<Person, 'absence'>,
  day: LocalDate,
): Promise<PersonId | null> {
  const deputy = standInOf(person, day);
  return deputy !== null && (await belongs(tx, process, deputy)) ? deputy : null;
}
