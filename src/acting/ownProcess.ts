/** A process among those somebody takes part in, by its name or as a button knows it. */
import { refuse } from '../domain/failure.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { Process } from '../domain/process/process.ts';
import type { Tx } from '../ports/store.ts';
import { isSameName, quoted } from '../text/quoted.ts';

/** The one of these that is called so. @throws Refusal `process.notAmong` */
export function ownProcess(own: readonly Process[], name: string): Process {
  return own.find((process) => isSameName(process.name, name)) ?? notAmong(own, name);
}

/** @throws Refusal `process.notAmong`, `button.gone` where there is no such process at all */
export async function ownProcessOf(
  tx: Pick<Tx, 'processes'>,
  own: readonly Process[],
  wanted: ProcessId,
): Promise<Process> {
  const found = own.find(({ id }) => id === wanted);
  if (found) return found;
  const { name } = (await tx.processes.byId(wanted)) ?? refuse('button.gone');
  return notAmong(own, name);
}

function notAmong(own: readonly Process[], name: string): never {
  return refuse('process.notAmong', { name, processes: own.map((one) => quoted(one.name)).join(', ') });
}
