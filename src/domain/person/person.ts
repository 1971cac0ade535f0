/** A human being, known by one or more platform identities. */

import type { PersonId } from '../ids.ts';
import type { LocalDate, Zone } from '../time/calendar.ts';

export interface Person {
  readonly id: PersonId;
  /** Stands for the person in the audit log; forgetting the link between the two erases the person, not the log. */
  readonly token: string;
  readonly name: string;
  /** Null: the language of the process. */
  readonly locale: string | null;
  /** Null: the zone of the process. */
  readonly zone: Zone | null;
  readonly absence: Absence | null;
  /** False: no reminders by direct message. */
  readonly reminders: boolean;
  readonly erasedAt: Date | null;
}

/** First and last day away, both included. Reminders go to the deputy meanwhile. */
export interface Absence {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly deputyId: PersonId | null;
}
