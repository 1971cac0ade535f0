/** What concerns one person in every process they take part in. */

import { namesOf } from '../../../acting/names.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import { localDateOf } from '../../../domain/time/calendar.ts';
import type { Tx } from '../../../ports/store.ts';
import { processOverview } from '../../group/read/overview.ts';
import type { HomeSection } from '../cards/home.ts';
import { myOverview } from './overview.ts';

/** One section for each process; for its coordination the process as a whole too. */
export async function homeOf(tx: Tx, person: Person, now: Date): Promise<readonly HomeSection[]> {
  const sections: HomeSection[] = [];
  for (const process of await tx.processes.ofPerson(person.id)) {
    const mine = await myOverview(tx, { process, person });
    const openRounds: InputRound[] = [];
    for (const { group } of mine.groups) openRounds.push(...(await tx.rounds.openIn(group.id)));
    const today = localDateOf(now, person.zone ?? process.zone);
    const whole = await wholeOf(tx, process, person);
    const named = (await tx.people.inSeveral(process.id, [person.id])).has(person.id);
    sections.push({ process, named, mine: { ...mine, name: person.name, today }, openRounds, whole });
  }
  return sections;
}

async function wholeOf(tx: Tx, process: Process, person: Person): Promise<HomeSection['whole']> {
  if (!(await tx.processes.coordinators(process.id)).includes(person.id)) return null;
  const overview = await processOverview(tx, { process });
  return { ...overview, process, names: await namesOf(tx, overview.coordinators) };
}
