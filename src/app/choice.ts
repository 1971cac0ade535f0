/** For which of several processes a command is: named in it, chosen for the direct chat, or asked. Never guessed. */

import { type Caller, type ProcessCaller, voiceFor, WhichProcess } from '../acting/caller.ts';
import { ownProcess, ownProcessOf } from '../acting/ownProcess.ts';
import { Refusal } from '../domain/failure.ts';
import type { ShortId } from '../domain/labels.ts';
import type { Process } from '../domain/process/process.ts';
import { questionRef } from '../features/process/acts/choose.ts';
import { whichProcessCard } from '../features/process/cards/which.ts';
import { beforeProcess, takeProcess } from '../grammar/args/processNamed.ts';
import type { Cursor } from '../grammar/cursor.ts';
import type { Command } from '../grammar/declaration.ts';
import type { Card } from '../message/model.ts';
import type { Inbound } from '../ports/inbound.ts';
import type { Tx } from '../ports/store.ts';
import { checkAccess } from './access.ts';
import { callerIn } from './situation.ts';

interface Open extends Pick<Inbound, 'what'> {
  readonly caller: Caller;
  readonly named: boolean;
}

/**
 * With the process that stands at the end of the words, where the room does not tell of one.
 * @throws {@link WhichProcess} for a button that should name its process and does not
 */
export async function withProcessOf<T extends Open>(tx: Tx, deed: T, { where }: Command, cursor: Cursor): Promise<T> {
  const { caller, what } = deed;
  if (caller.told || caller.own.length === 0) return deed;
  const process = await takeProcess(cursor, caller.own);
  if (process) return { ...deed, caller: callerIn(caller, process), named: true };
  // The card of a button may be about another process than the one chosen since, or than the one that is left.
  const pressed = what.kind === 'command' && what.pressed === true;
  if (pressed && where !== 'anywhere' && (await mustBeNamed(tx, caller))) throw new WhichProcess();
  return deed;
}

/**
 * With the process of the card whose button was pressed, whatever the room or the direct chat is about by now.
 * @throws Refusal `process.notAmong` where they take no part in it, or not any more, and the command needs it
 */
export async function withProcessPressed<T extends Open>(tx: Tx, deed: T, { where }: Command): Promise<T> {
  const { caller, what } = deed;
  if (what.kind !== 'press' || what.process === null) return deed;
  if (caller.process?.id === what.process) return { ...deed, named: true };
  if (where === 'anywhere' && !caller.own.some(({ id }) => id === what.process)) return deed;
  const process = await ownProcessOf(tx, caller.own, what.process);
  return { ...deed, caller: callerIn(caller, process), named: true };
}

/** Whether buttons shown there say for which process they are: others were, or may be, shown there for another one. */
export async function mustBeNamed(
  tx: Pick<Tx, 'people'>,
  { told, own, room, process, person }: Caller,
): Promise<boolean> {
  if (told) return false;
  if (own.length > 1 || room.kind !== 'direct') return true;
  // Of a process that has ended they have seen cards too.
  return process !== null && (await tx.people.inSeveral(process.id, [person.id])).has(person.id);
}

/** The same without the process at its end, done in that process: `A-12 prozess "Stadt B"` begins like no command. */
export function withoutProcess<T extends Open>(deed: T): T | null {
  const { caller, what, named } = deed;
  if (named || caller.told || caller.own.length === 0 || what.kind !== 'command') return null;
  const before = beforeProcess(what.text);
  if (!before) return null;
  const process = ownProcess(caller.own, before.name);
  return { ...deed, what: { ...what, text: before.text }, caller: callerIn(caller, process), named: true };
}

/** An id that stands for something in another of the person's processes too leaves it open which one is meant. @throws {@link WhichProcess} */
export async function mustBeClear(tx: Tx, caller: Caller, args: Readonly<Record<string, unknown>>): Promise<void> {
  if (caller.told) return;
  for (const process of caller.own) {
    if (process.id === caller.process?.id) continue;
    for (const id of Object.values(args))
      if (isShortId(id) && (await isThere(tx, process, id))) throw new WhichProcess();
  }
}

/** Offers the processes in which the person may do it. @throws Refusal where that is none of them */
export async function askWhich(
  tx: Tx,
  { caller, what, mentions = [] }: Pick<Inbound, 'what' | 'mentions'> & { readonly caller: Caller },
  command: Command,
): Promise<Card> {
  const offered: Process[] = [];
  let refusal: Refusal | null = null;
  for (const process of caller.own) {
    const problem = problemOf(command, callerIn(caller, process));
    if (problem) refusal = problem;
    else offered.push(process);
  }
  if (offered.length === 0 && refusal) throw refusal;
  const question = { person: caller.person.id, room: caller.room.id, deed: { what, mentions } };
  const ref = questionRef(await tx.questions.ask(question, caller.now));
  const asked = caller.own.length === 1 ? 'pressed' : 'several';
  return whichProcessCard(voiceFor(caller), asked, offered, ref);
}

/** Whether the answer has to say for which process it is: in a room everybody knows. */
export function isOneOfSeveral(caller: Caller): caller is ProcessCaller {
  return !caller.told && caller.process !== null && caller.own.length > 1;
}

function problemOf(command: Command, caller: Caller): Refusal | null {
  try {
    checkAccess(command, caller);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function isShortId(value: unknown): value is ShortId {
  return typeof value === 'object' && value !== null && 'kind' in value && 'number' in value;
}

async function isThere(tx: Tx, { id }: Process, { kind, number }: ShortId): Promise<boolean> {
  switch (kind) {
    case 'task':
      return (await tx.tasks.byNumber(id, number)) !== null;
    case 'result':
      return (await tx.results.byNumber(id, number)) !== null;
    case 'vote':
      return (await tx.votes.byNumber(id, number)) !== null;
    case 'round':
      return (await tx.rounds.byNumber(id, number)) !== null;
    default:
      return kind satisfies never;
  }
}
