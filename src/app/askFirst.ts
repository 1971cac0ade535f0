/** What ends something is asked about first: the question waits in the store for its person, in its place, for an hour. */

import { type Caller, voiceFor } from '../acting/caller.ts';
import { askFirstCard } from '../features/mitwirk/cards/ask.ts';
import { questionRef } from '../features/process/acts/choose.ts';
import { beforeProcess } from '../grammar/args/processNamed.ts';
import type { ArgValues } from '../grammar/args/spec.ts';
import { type Command, codeOf } from '../grammar/declaration.ts';
import type { Card } from '../message/model.ts';
import type { Inbound } from '../ports/inbound.ts';
import type { Tx } from '../ports/store.ts';

interface Ending extends Pick<Inbound, 'what' | 'mentions'> {
  readonly caller: Caller;
  /** The process was named, perhaps by the last words. */
  readonly named: boolean;
}

/** Whether it was said at once, by a word behind it, that it is meant. */
export function isConfirmed(args: Readonly<Record<string, unknown>>): boolean {
  return args.confirmed === true;
}

/**
 * Tried first and undone again, so that nobody is asked about what will be refused.
 * @throws Refusal of the command
 */
export async function askFirst(
  tx: Tx,
  { caller, what, mentions = [], named }: Ending,
  command: Command,
  args: ArgValues<never>,
): Promise<Card> {
  if (!command.asks) throw new Error(`${codeOf(command)} ends something and does not say what`);
  const tried = new Error('only tried');
  const fault = await tx.attempt(async () => {
    await command.run(tx, caller, args);
    throw tried;
  });
  if (fault && fault.error !== tried) throw fault.error;
  const means = await command.asks(tx, caller, args);
  const deed = {
    what: named ? withoutItsProcess(what) : what,
    mentions,
    ends: { process: caller.process?.id ?? null },
  };
  const asked = await tx.questions.ask({ person: caller.person.id, room: caller.room.id, deed }, caller.now);
  return askFirstCard(voiceFor(caller), means, questionRef(asked));
}

/** It is written down beside them. */
function withoutItsProcess(what: Inbound['what']): Inbound['what'] {
  return what.kind === 'command' ? { ...what, text: beforeProcess(what.text)?.text ?? what.text } : what;
}
