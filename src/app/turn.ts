/** What an act finds stays so until it is done: two who want the same thing at once get it one after the other. */
import type { Caller } from '../acting/caller.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { Command } from '../grammar/declaration.ts';
import type { Tx } from '../ports/store.ts';

/** Waits until nobody else changes what the command may change, and keeps them from it until the transaction ends. */
export type TakeTurn = (
  tx: Pick<Tx, 'processes'>,
  caller: Pick<Caller, 'process'>,
  command: Pick<Command, 'turn'>,
) => Promise<void>;

export const takeTurn: TakeTurn = async (tx, { process }, { turn }) => {
  if (turn === 'none') return;
  if (turn === 'everyProcess') await tx.processes.lockAll();
  else if (process) await tx.processes.lock(process.id);
};

/** The command is about something else than those it was to be done together with, whose locks come in another order. */
export class NotTogether extends Error {
  constructor() {
    super('This command has to be done by itself');
    this.name = 'NotTogether';
  }
}

/** The turn of several commands of one process, one after the other in one transaction. @throws NotTogether */
export function sharedTurn(shared: ProcessId): TakeTurn {
  let taken = false;
  return async (tx, { process }, { turn }) => {
    if (turn === 'none') return;
    if (turn === 'everyProcess' || process?.id !== shared) throw new NotTogether();
    if (!taken) await tx.processes.lock(shared);
    taken = true;
  };
}
