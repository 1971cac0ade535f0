/** Plays commands through the application on a store of its own, without a platform, and hears what the bot says. */
import type { Database } from '../../adapters/postgres/database/database.ts';
import { createStore } from '../../adapters/postgres/store.ts';
import { doDueWork } from '../../src/app/dueWork.ts';
import { handleInbound } from '../../src/app/handle.ts';
import { plainLines } from '../../src/cards/plain.ts';
import { instantOf, localDate, localTime } from '../../src/domain/calendar.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';
import { freshDatabase } from './database.ts';

const ZONE = 'Europe/Berlin';
const SETTINGS = { locale: 'de', zone: ZONE, coordinators: [] };
const LOUD: Log = {
  info: () => {},
  warn: () => {},
  error: (event, error) => {
    throw new Error(event, { cause: error });
  },
};

/** What the bot said of its own accord: to a room, or to a person as `dm/name`. */
export interface Heard {
  readonly to: string;
  readonly edit: boolean;
  readonly ping: boolean;
  readonly text: string;
}

/** `2027-01-11T09:00` on the clocks of the process. */
export function at(local: string): Date {
  const [date = '', time = ''] = local.split('T');
  return instantOf(localDate(date), localTime(time), ZONE);
}

/** One database for a file of tests, emptied for each conversation. */
export async function openConversations() {
  const database = await freshDatabase();
  return {
    async begin(start: string): Promise<Conversation> {
      await emptied(database);
      return conversation(createStore(database.pool), at(start));
    },
    close: () => database.close(),
  };
}

/** Far quicker than building the schema anew. The audit log refuses to be emptied, except by a server that replicates. */
async function emptied({ pool }: Database): Promise<void> {
  const all = "select tablename as name from pg_tables where schemaname = 'mitwirk' and tablename <> 'migration'";
  const { rows } = await pool.query<{ name: string }>(all);
  const tables = rows.map(({ name }) => `mitwirk."${name}"`).join(', ');
  await pool.query(`begin; set local session_replication_role = replica; truncate ${tables} restart identity; commit`);
}

export type Conversations = Awaited<ReturnType<typeof openConversations>>;

function conversation(store: Store, start: Date) {
  let now = start;
  let events = 0;

  /** `vorsitz@steuerung` says the line; the answer to that person alone, empty when there is none. */
  async function says(speaker: string, line: string, key = `event ${++events}`): Promise<string> {
    const [name = '', room = ''] = speaker.split('@');
    const direct = room === 'dm';
    const answer = await handleInbound(
      store,
      {
        platform: 'local',
        key,
        sender: { externalId: name, handle: name, name },
        room: { externalId: direct ? `dm/${name}` : room, kind: direct ? 'direct' : 'channel', name: room },
        what: { kind: 'command', text: line },
      },
      now,
      SETTINGS,
    );
    return answer.card ? plainLines(answer.card).join('\n') : '';
  }

  /** Everything the bot said since it was asked last, in order. */
  async function heard(): Promise<readonly Heard[]> {
    const found: Heard[] = [];
    for (;;) {
      const batch = await store.transaction((tx) => tx.outbox.lease(now, now, 100));
      if (batch.length === 0) return found;
      for (const { id, to, editOf, card } of [...batch].sort((a, b) => a.id - b.id)) {
        const name = await store.transaction(async (tx) => {
          await tx.outbox.sent(id, `m${id}`, now);
          if ('room' in to) return (await tx.rooms.byId(to.room))?.name;
          return `dm/${(await tx.people.byId(to.person))?.name}`;
        });
        const text = plainLines(card).join('\n');
        found.push({ to: name ?? '?', edit: editOf !== null, ping: card.attention === 'ping', text });
      }
    }
  }

  /** Moves the clock; what falls due on the way is done at its own instant. */
  async function moveTo(local: string): Promise<void> {
    const until = at(local);
    for (;;) {
      const next = await store.transaction((tx) => tx.due.next());
      if (!next || next > until) break;
      if (next > now) now = next;
      await doDueWork(store, now, LOUD);
    }
    now = until;
  }

  return {
    store,
    says,
    heard,
    moveTo,
    /** Lets time pass in which nobody is awake: nothing is done. */
    sleepUntil(local: string): void {
      now = at(local);
    },
    /** Does what is due by now, as after waking up. */
    wake: () => doDueWork(store, now, LOUD),
    now: () => now,
  };
}

export type Conversation = ReturnType<typeof conversation>;
