/** What concerns one person in every process they take part in. */
import type { InputRound } from '../../domain/inputRound.ts';
import type { Person } from '../../domain/person.ts';
import type { Process } from '../../domain/process.ts';
import type { Tx } from '../../ports/store.ts';
import { type ProcessOverview, processOverview } from '../processes/overview.ts';
import { type MyOverview, myOverview } from './overview.ts';

export interface HomeView {
  readonly process: Process;
  readonly mine: MyOverview;
  /** Open in the person's groups, answered or not. */
  readonly openRounds: readonly InputRound[];
  /** For coordinators only. */
  readonly whole: ProcessOverview | null;
}

export async function homeOf(tx: Tx, person: Person): Promise<readonly HomeView[]> {
  const views: HomeView[] = [];
  for (const process of await tx.processes.ofPerson(person.id)) {
    const mine = await myOverview(tx, { process, person });
    const rounds: InputRound[] = [];
    for (const { group } of mine.groups) rounds.push(...(await tx.rounds.openIn(group.id)));
    const coordinates = (await tx.processes.coordinators(process.id)).includes(person.id);
    views.push({
      process,
      mine,
      openRounds: rounds,
      whole: coordinates ? await processOverview(tx, { process }) : null,
    });
  }
  return views;
}
