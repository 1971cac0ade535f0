/** Who is away on a day, and who stands in meanwhile. */

import type { PersonId } from '../ids.ts';
import type { LocalDate } from '../time/calendar.ts';
import type { Person } from './person.ts';

export function isAway(person: Pick<Person, 'absence'>, day: LocalDate): boolean {
  return person.absence !== null && person.absence.from <= day && day <= person.absence.to;
}

/** The deputy while the person is away; null when the person is there or named nobody. */
export function standInOf(person: Pick<Person, 'absence'>, day: LocalDate): PersonId | null {
  return isAway(person, day) ? (person.absence?.deputyId ?? null) : null;
}
