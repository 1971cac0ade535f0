/** Finds the command that is meant, and for which process, checks who may, reads its arguments and runs it. */

import { type Caller, inProcess, placeOf, voiceFor, WhichProcess } from '../acting/caller.ts';
import { answerWithin, ofProcess, withinProcess } from '../cards/within.ts';
import { Refusal, refuse } from '../domain/failure.ts';
import type { ProcessId } from '../domain/ids.ts';
import { families } from '../features/families.ts';
import type { ReadContext } from '../grammar/args/spec.ts';
import { type Command, Resumption } from '../grammar/declaration.ts';
import { findCommand } from '../grammar/find.ts';
import { readArgs, readForm } from '../grammar/read.ts';
import type { Card } from '../message/model.ts';
import type { Inbound } from '../ports/inbound.ts';
import type { Tx } from '../ports/store.ts';
import { checkAccess } from './access.ts';
import { askFirst, isConfirmed } from './askFirst.ts';
import {
  askWhich,
  isOneOfSeveral,
  mustBeClear,
  mustBeNamed,
  withoutProcess,
  withProcessOf,
  withProcessPressed,
} from './choice.ts';
import { commandNamed } from './lookup.ts';
import { personNamed } from './people.ts';
import { callerIn } from './situation.ts';
import type { TakeTurn } from './turn.ts';

/** What a refusal on its way out of the transaction is to be told with. */
export interface Situation {
  locale: string;
  /** The command it concerns. */
  command: Command | null;
  /** What was typed; null for what came from a form. */
  typed: string | null;
  /** The process it was for, as far as that was found out. */
  process: ProcessId | null;
}

/** What is to be done, and by whom. */
export interface Deed extends Pick<Inbound, 'what' | 'mentions'> {
  readonly caller: Caller;
  /** The process was named in the command or by a button, so nothing about it is left open. */
  readonly named: boolean;
  /** What ends something was asked about, and it is meant. */
  readonly confirmed?: boolean;
  /** False: only what changes nothing may be done. */
  readonly writable: boolean;
  readonly takeTurn: TakeTurn;
}

type Asked = NonNullable<ReturnType<typeof askedFor>>;

/** Gives the answer; null where the bot is not meant. Whoever belongs to several processes is asked for which it is. */
export async function run(tx: Tx, deed: Deed, situation: Situation): Promise<Card | null> {
  const { caller, what } = deed;
  situation.locale = caller.locale;
  situation.process = caller.process?.id ?? null;
  situation.typed = what.kind === 'command' ? what.text : null;
  try {
    const asked = askedFor({ what, room: caller.room }, caller.locale);
    return asked && (await runAsked(tx, deed, asked, situation));
  } catch (error) {
    if (situation.command || !(error instanceof Refusal)) throw error;
    const shorter = withoutProcess(deed);
    if (!shorter) throw error;
    return run(tx, shorter, situation);
  }
}

async function runAsked(tx: Tx, deed: Deed, asked: Asked, situation: Situation): Promise<Card | null> {
  situation.command = asked.command;
  try {
    return await runCommand(tx, await cleared(tx, deed, asked), asked, situation);
  } catch (error) {
    if (!(error instanceof WhichProcess)) throw error;
    if (!deed.writable) refuse('store.unwritable');
    return askWhich(tx, deed, asked.command);
  }
}

async function cleared(tx: Tx, deed: Deed, { command, cursor }: Asked): Promise<Deed> {
  if (deed.named) return deed;
  return cursor ? withProcessOf(tx, deed, command, cursor) : withProcessPressed(tx, deed, command);
}

async function runCommand(tx: Tx, deed: Deed, { command, read }: Asked, situation: Situation): Promise<Card | null> {
  const { caller, what, mentions } = deed;
  checkAccess(command, caller);
  if (!deed.writable && command.effect !== 'reads') refuse('store.unwritable');
  let about = command.where === 'process' || command.where === 'group';
  const args = await read({
    caller,
    person(name) {
      about = true;
      return personNamed(tx, placeOf(caller.own.length > 1 ? inProcess(caller) : caller), name, mentions);
    },
    ...(what.kind === 'command' && what.quoted ? { quoted: what.quoted } : {}),
  });
  if (!deed.named) await mustBeClear(tx, caller, args);
  if (command.effect !== 'reads') await deed.takeTurn(tx, caller, command);
  const ask = command.effect === 'ends' && !deed.confirmed && !isConfirmed(args);
  const result = ask ? await askFirst(tx, deed, command, args) : await command.run(tx, caller, args);
  if (result instanceof Resumption) return resume(tx, deed, result, situation);
  if (!about || !caller.process) return result;
  if (isOneOfSeveral(caller)) return answerWithin(voiceFor(caller), result, caller.process);
  if (!result) return null;
  const named = await mustBeNamed(tx, caller);
  return named ? withinProcess(voiceFor(caller), result, caller.process) : ofProcess(result, caller.process);
}

async function resume(tx: Tx, before: Deed, resumed: Resumption, situation: Situation): Promise<Card | null> {
  const { process, deed: waited } = resumed;
  const { ends, ...deed } = waited;
  situation.command = null;
  const caller = callerIn({ ...before.caller, permalink: deed.what.permalink ?? null }, process);
  return run(tx, { ...before, ...deed, caller, named: true, confirmed: ends !== undefined }, situation);
}

/** The command and how its arguments are read; null where the bot is not meant. */
export function askedFor(
  { what, room }: { readonly what: Inbound['what']; readonly room: Pick<Inbound['room'], 'kind'> },
  locale: string,
) {
  if (what.kind !== 'command') {
    const [code, values] = what.kind === 'form' ? [what.command, what.values] : [what.code, what.args];
    const command = commandNamed(code, what.kind);
    return { command, cursor: null, read: (context: ReadContext) => readForm(command, values, context) };
  }
  const place = { direct: room.kind === 'direct', onMessage: what.quoted !== undefined, locale };
  const found = findCommand(what.text, families, place);
  if (!found) return null;
  const { command, cursor } = found;
  return { command, cursor, read: (context: ReadContext) => readArgs(command, cursor, context) };
}
