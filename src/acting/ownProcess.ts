/** A process by its name, among those somebody takes part in. */
import { refuse } from '../domain/failure.ts';
import type { Process } from '../domain/process/process.ts';
import { isSameName, quoted } from '../text/quoted.ts';

/** The one of these that is called so. @throws Refusal `process.notAmong` */
export function ownProcess(own: readonly Process[], name: string): Process {
  const found = own.find((process) => isSameName(process.name, name));
  return found ?? refuse('process.notAmong', { name, processes: own.map((one) => quoted(one.name)).join(', ') });
}
