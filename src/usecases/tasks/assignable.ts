/** Who can be asked to do a task. */
import { refuse } from '../../domain/failure.ts';
import type { Person } from '../../domain/person.ts';
import type { Process } from '../../domain/process.ts';
import type { Tx } from '../../ports/store.ts';

/** Anyone who takes part in the process: nobody outside it is written to by a bot they do not know. @throws Refusal `task.outsider` */
export async function mustBeAssignable(
  tx: Pick<Tx, 'groups' | 'processes'>,
  process: Process,
  person: Person,
): Promise<void> {
  if ((await tx.groups.ofPerson(process.id, person.id)).length > 0) return;
  if ((await tx.processes.coordinators(process.id)).includes(person.id)) return;
  refuse('task.outsider', { name: person.name });
}
