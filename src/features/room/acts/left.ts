/** Somebody has left the chat: whoever has to look after their tasks is told. */

import { tell } from '../../../acting/announce.ts';
import { leadsOf } from '../../../acting/leads.ts';
import { BOT, record } from '../../../acting/record.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Tx } from '../../../ports/store.ts';
import { personLeftCard } from '../cards/left.ts';

/** In every process the person takes part in. Their seats, ballots and tasks stay as they are. */
export async function noteDeparture(tx: Tx, person: Person, now: Date): Promise<void> {
  for (const { id } of await tx.processes.ofPerson(person.id)) {
    const process = await tx.processes.lock(id);
    if (!process) continue;
    const tasks = await tx.tasks.list(process.id, { assignee: person.id, state: 'open' });
    const fact = await record(tx, process, now, BOT, 'person.left', { person: person.token });
    const told = (await concernedBy(tx, process, person.id)).filter((id) => id !== person.id);
    await tell(
      tx,
      fact,
      told.map((personId) => ({ personId, card: (say) => personLeftCard(say, person.name, tasks) })),
    );
  }
}

async function concernedBy(tx: Tx, process: Process, person: PersonId): Promise<readonly PersonId[]> {
  const found = new Set(await tx.processes.coordinators(process.id));
  for (const group of await tx.groups.ofPerson(process.id, person)) {
    for (const lead of await leadsOf(tx, process, group.id)) found.add(lead);
  }
  return [...found];
}
