/** What a person decides about themself: language, zone, reminders, absence. */

import { tell } from '../../../acting/announce.ts';
import { mustBelong } from '../../../acting/belongs.ts';
import { type Caller, inProcess, type ProcessCaller, todayOf } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { readLocale } from '../../../acting/settings.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Absence, Person } from '../../../domain/person/person.ts';
import { isZone, type LocalDate } from '../../../domain/time/calendar.ts';
import type { Tx } from '../../../ports/store.ts';
import { standInCard } from '../cards/standIn.ts';

/** Gives the language chosen. @throws Refusal `language.unknown` */
export async function chooseLanguage(tx: Tx, { person }: Caller, word: string): Promise<string> {
  const locale = readLocale(word);
  await tx.people.update(person.id, { locale });
  return locale;
}

/** @throws Refusal `zone.unknown` */
export async function chooseZone(tx: Tx, { person }: Caller, zone: string): Promise<void> {
  if (!isZone(zone)) refuse('zone.unknown', { word: zone });
  await tx.people.update(person.id, { zone });
}

export async function chooseReminders(tx: Tx, { person }: Caller, reminders: boolean): Promise<void> {
  await tx.people.update(person.id, { reminders });
}

/** The deputy is told. @throws Refusal `absence.past`, `absence.backwards`, `absence.deputySelf`, `person.outside`, and those of {@link inProcess} where there is a deputy */
export async function announceAbsence(
  tx: Tx,
  caller: Caller,
  from: LocalDate,
  to: LocalDate,
  deputy: Person | null,
): Promise<Absence> {
  if (to < from) refuse('absence.backwards');
  if (to < todayOf(caller)) refuse('absence.past');
  if (deputy?.id === caller.person.id) refuse('absence.deputySelf');
  const absence = { from, to, deputyId: deputy?.id ?? null };
  if (deputy) await mustBelong(tx, inProcess(caller).process, deputy);
  await tx.people.update(caller.person.id, { absence });
  if (deputy) await tellDeputy(tx, inProcess(caller), absence, deputy);
  return absence;
}

async function tellDeputy(
  tx: Tx,
  { person, process, now }: ProcessCaller,
  absence: Absence,
  deputy: Person,
): Promise<void> {
  const { from, to } = absence;
  const fact = await record(tx, process, now, person, 'person.absent', { from, to, deputy: deputy.token });
  await tell(tx, fact, [{ personId: deputy.id, card: (say) => standInCard(say, person, absence) }]);
}

export async function endAbsence(tx: Tx, { person }: Caller): Promise<void> {
  await tx.people.update(person.id, { absence: null });
}
