/** The columns of a person and how they become one. */

import type { PersonId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/person/person.ts';
import type { LocalDate } from '../../../src/domain/time/calendar.ts';
import { dayText } from '../columns.ts';

export const PERSON = [
  'id',
  'token',
  'name',
  'locale',
  'zone',
  'reminders',
  'erased_at as erasedAt',
  dayText<null>('absent_from').as('absentFrom'),
  dayText<null>('absent_to').as('absentTo'),
  'absence_deputy_id as deputyId',
] as const;

type PersonRow = Omit<Person, 'absence'> & {
  readonly absentFrom: LocalDate | null;
  readonly absentTo: LocalDate | null;
  readonly deputyId: PersonId | null;
};

export function toPerson({ absentFrom: from, absentTo: to, deputyId, ...person }: PersonRow): Person {
  return { ...person, absence: from && to ? { from, to, deputyId } : null };
}
