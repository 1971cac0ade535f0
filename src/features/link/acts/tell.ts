/** Messages about a link: to one account of a person, wherever that person is told other things. */

import { tell } from '../../../acting/announce.ts';
import type { Caller } from '../../../acting/caller.ts';
import { type Fact, record } from '../../../acting/record.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Topic } from '../../../domain/topics.ts';
import type { Card } from '../../../message/model.ts';
import type { Account } from '../../../ports/store/links.ts';
import type { Tx } from '../../../ports/store.ts';
import { type Phrases, phrases } from '../../../text/phrases.ts';
import type { Told } from '../cards/linked.ts';
import type { Side } from '../read/pair.ts';

export interface AccountMessage {
  /** Unique among all messages. */
  readonly key: string;
  readonly to: Account;
  /** In whose language. */
  readonly reader: Pick<Person, 'locale'>;
  readonly topic?: Topic;
  readonly card: (say: Phrases) => Card;
}

/** @param processes in which both take part; their language is that of those who have chosen none */
export async function tellAccounts(
  tx: Pick<Tx, 'outbox'>,
  { now, defaults }: Caller,
  processes: readonly Process[],
  messages: readonly AccountMessage[],
): Promise<void> {
  const [process] = processes;
  const queued = messages.map(({ key, to, reader, topic, card }) => ({
    key,
    processId: process?.id ?? null,
    to: { person: to.personId, platform: to.platform },
    topic: topic ?? null,
    card: card(phrases(reader.locale ?? process?.locale ?? defaults.locale, process?.zone ?? defaults.zone)),
  }));
  await tx.outbox.enqueue(queued, now);
}

/** Who and where, without a name: by the platforms and by what stands for both people in the log. */
export function recordPair(
  tx: Pick<Tx, 'audit'>,
  process: Process,
  { now, person }: Caller,
  action: string,
  [one, other]: readonly [Side, Side],
): Promise<Fact> {
  return record(tx, process, now, person, action, {
    platform: one.account.platform,
    person: one.person.token,
    otherPlatform: other.account.platform,
    other: other.person.token,
  });
}

export interface LinkEvent {
  /** Unique among all messages. */
  readonly key: string;
  /** As it stands in the log. */
  readonly action: 'person.link' | 'person.unlink';
  readonly kept: Side;
  readonly added: Side;
  readonly card: (say: Phrases, told: Told) => Card;
}

/** Puts it on record in each process, and tells both accounts and the coordination. */
export async function tellEverybody(
  tx: Tx,
  caller: Caller,
  processes: readonly Process[],
  { key, action, kept, added, card }: LinkEvent,
): Promise<void> {
  const sides = [
    { told: 'kept', side: kept },
    { told: 'added', side: added },
  ] as const;
  const messages = sides.map(({ told, side }) => ({
    key: `${key} ${told}`,
    to: side.account,
    reader: side.person,
    card: (say: Phrases) => card(say, told),
  }));
  await tellAccounts(tx, caller, processes, messages);
  const concerned = [kept.person.id, added.person.id];
  for (const process of processes) {
    const fact = await recordPair(tx, process, caller, action, [kept, added]);
    const others = (await tx.processes.coordinators(process.id)).filter((id) => !concerned.includes(id));
    await tell(
      tx,
      fact,
      others.map((personId) => ({ personId, card: (say) => card(say, 'others') })),
    );
  }
}
