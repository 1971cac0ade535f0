/** Finds the command that is meant, checks who may, reads its arguments and runs it. */
import type { Card } from '../cards/model.ts';
import { checkAccess } from '../commands/access.ts';
import type { ReadContext } from '../commands/args/spec.ts';
import type { Command } from '../commands/declaration.ts';
import { families } from '../commands/families.ts';
import { findCommand } from '../commands/find.ts';
import { commandNamed } from '../commands/lookup.ts';
import { readArgs, readForm } from '../commands/read.ts';
import type { Inbound } from '../ports/inbound.ts';
import type { Tx } from '../ports/store.ts';
import type { Caller } from '../usecases/caller.ts';
import { personNamed } from './people.ts';

/** What a refusal on its way out of the transaction is to be told with: the language, and the command it concerns. */
export interface Situation {
  locale: string;
  command: Command | null;
}

/**
 * Gives the answer; null where the bot is not meant.
 * @param check asked before a command is run, may refuse it
 */
export async function run(
  tx: Tx,
  caller: Caller,
  inbound: Inbound,
  situation: Situation,
  check: (command: Command) => void = () => {},
): Promise<Card | null> {
  situation.locale = caller.locale;
  const asked = askedFor(inbound, caller.locale);
  if (!asked) return null;
  const { command, read } = asked;
  situation.command = command;
  checkAccess(command, caller);
  check(command);
  const { what, mentions } = inbound;
  const args = await read({
    caller,
    person: (name: string) => personNamed(tx, caller.platform, name, mentions),
    ...(what.kind === 'command' && what.quoted ? { quoted: what.quoted } : {}),
  });
  if (command.effect !== 'reads') await takeTurn(tx, caller, command);
  return command.run(tx, caller, args);
}

/** The command and how its arguments are read; null where the bot is not meant. */
export function askedFor({ what, room }: Inbound, locale: string) {
  if (what.kind === 'form') {
    const command = commandNamed(what.command);
    return { command, read: (context: ReadContext) => readForm(command, what.values, context) };
  }
  const place = { direct: room.kind === 'direct', onMessage: what.quoted !== undefined, locale };
  const found = findCommand(what.text, families, place);
  if (!found) return null;
  const { command, cursor } = found;
  return { command, read: (context: ReadContext) => readArgs(command, cursor, context) };
}

/** What a use case finds stays so until it is done: two who want the same thing at once get it one after the other. */
async function takeTurn(tx: Pick<Tx, 'processes'>, { process }: Caller, { turn }: Command): Promise<void> {
  if (turn === 'everyProcess') await tx.processes.lockAll();
  else if (process) await tx.processes.lock(process.id);
}
