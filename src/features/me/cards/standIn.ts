/** Tells a deputy for whom and when they stand in. */

import { sentence } from '../../../cards/build.ts';
import type { Absence, Person } from '../../../domain/person/person.ts';
import { daysBetween } from '../../../domain/time/calendar.ts';
import type { Card } from '../../../message/model.ts';
import { formatDay } from '../../../text/dates/format.ts';
import type { Phrases } from '../../../text/phrases.ts';

export function standInCard(say: Phrases, { id, name }: Pick<Person, 'id' | 'name'>, { from, to }: Absence): Card {
  const days = daysBetween(from, to) + 1;
  const who = { t: 'person', id, name } as const;
  return sentence(
    say.line('me.standIn', { who, days, from: formatDay(say.locale, from), to: formatDay(say.locale, to) }),
  );
}
