/** Writes down that something happened; what is announced because of it hangs on the entry's hash. */

import type { Person } from '../domain/person/person.ts';
import type { Process } from '../domain/process/process.ts';
import type { Tx } from '../ports/store.ts';

/** A fact in the audit log. Its key makes the messages that tell of it unique. */
export interface Fact {
  readonly process: Process;
  readonly at: Date;
  readonly key: string;
}

/** The actor of what the bot does by itself when something falls due. */
export const BOT = 'mitwirk';

/** `data` holds short ids, choices, hashes and tokens; never names or free text. */
export async function record(
  tx: Pick<Tx, 'audit'>,
  process: Process,
  at: Date,
  actor: Person | typeof BOT,
  action: string,
  data: Readonly<Record<string, unknown>>,
): Promise<Fact> {
  const token = actor === BOT ? BOT : actor.token;
  const key = await tx.audit.append(process.id, at, token, action, data);
  return { process, at, key };
}
