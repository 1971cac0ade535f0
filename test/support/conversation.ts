/** Plays commands through the application on a store of its own, without a platform, and hears what the bot says. */
import type { Database } from '../../adapters/postgres/database/database.ts';
import { createStore } from '../../adapters/postgres/store.ts';
import { doDueWork } from '../../src/app/dueWork.ts';
import { handleInbound } from '../../src/app/handle.ts';
import { instantOf, localDate, localTime } from '../../src/domain/time/calendar.ts';
import type { Action, Card } from '../../src/message/model.ts';
import { actionsOf, plainLines } from '../../src/message/plain.ts';
import { carriedBy, contentOf } from '../../src/message/press.ts';
import type { Answer, InboundContent, Mention, Sender } from '../../src/ports/inbound.ts';
import type { Log } from '../../src/ports/log.ts';
import type { QueuedMessage } from '../../src/ports/store/work.ts';
import type { Store } from '../../src/ports/store.ts';
import { freshDatabase } from './database.ts';

const ZONE = 'Europe/Berlin';
const LOUD: Log = {
  info: () => {},
  warn: () => {},
  error: (event, error) => {
    throw new Error(event, { cause: error });
  },
};

/** What the bot said of its own accord: to a room, or to a person as `dm/name`, or `slack:dm/name` on another platform than the local one. */
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

/** Somebody of the place, or of another one: `ule`, `ule.afar`. */
export function senderCalled(name: string, here = 'local'): Sender {
  return { externalId: name, origin: name.split('.')[1] ?? here, handle: name, name };
}

export function linesOf({ card }: Pick<Answer, 'card'>): string {
  return card ? plainLines(card).join('\n') : '';
}

/** One database for a file of tests, emptied for each conversation. */
export async function openConversations() {
  const database = await freshDatabase();
  return {
    /** @param coordinators names of those who may set up a process besides the first who tries */
    async begin(start: string, coordinators: readonly string[] = []): Promise<Conversation> {
      await emptied(database);
      return createConversation(createStore(database.pool), at(start), coordinators);
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

/** On a store that others may use too. */
export function createConversation(store: Store, start: Date, coordinators: readonly string[] = []) {
  const settings = { locale: 'de', zone: ZONE, coordinators: coordinators.map((name) => `local:${name}`) };
  let now = start;
  let events = 0;

  /** Cards that each person can see in their direct chat, by message, oldest first. */
  const shown = new Map<string, Map<string, Card>>();
  let unread: Heard[] = [];

  /** `vorsitz@steuerung` or `slack:vorsitz@dm` says the line; the answer to that person alone, empty when there is none. */
  async function says(speaker: string, line: string, key?: string): Promise<string> {
    return linesOf(await hears(speaker, { kind: 'command', text: line }, { ...(key ? { key } : {}) }));
  }

  /** The same of what ends something: asked whether it is meant, the person says yes. */
  async function ends(speaker: string, line: string): Promise<string> {
    const asked = await hears(speaker, { kind: 'command', text: line });
    return linesOf(await pressesOn(speaker, asked, 'Ja, so machen'));
  }

  /** The same with the answer as it is, whatever was done, and with people whom the platform says are meant. */
  async function hears(
    speaker: string,
    what: InboundContent,
    {
      key = `event ${++events}`,
      mentions = [],
    }: { readonly key?: string; readonly mentions?: readonly Mention[] } = {},
  ): Promise<Answer> {
    const { platform, name, room, direct } = placeOf(speaker);
    const answer = await handleInbound(
      store,
      {
        platform,
        key,
        origin: platform,
        sender: senderCalled(name, platform),
        mentions,
        room: { externalId: direct ? `dm/${name}` : room, kind: direct ? 'direct' : 'channel', name: room },
        what,
      },
      now,
      settings,
    );
    if (answer.card && direct) show(directOf(platform, name), `answer ${key}`, answer.card);
    return answer;
  }

  /** Presses the button with this label on the answer somebody got. */
  function pressesOn(speaker: string, { card }: Answer, label: string): Promise<Answer> {
    const action = card ? actionsOf(card).find((one) => one.label === label) : undefined;
    if (!action) throw new Error(`There is no button ${label} on:\n${linesOf({ card })}`);
    return hears(speaker, contentOf(carriedBy(action)));
  }

  /** Presses the button on the newest card in the person's direct chat that has it. */
  async function presses(speaker: string, label: string, key?: string): Promise<string> {
    const button = await buttonOf(speaker, label);
    return linesOf(await hears(speaker, contentOf(carriedBy(button)), { ...(key ? { key } : {}) }));
  }

  async function buttonOf(speaker: string, label: string): Promise<Action> {
    await listen();
    const { platform, name } = placeOf(speaker);
    const cards = [...(shown.get(directOf(platform, name))?.values() ?? [])].reverse();
    const buttons = cards.flatMap(({ body }) => body.flatMap((node) => (node.n === 'actions' ? node.items : [])));
    const found = buttons.find((button) => button.label === label);
    if (!found) throw new Error(`${speaker} has no button ${label}`);
    return found;
  }

  function show(where: string, message: string, card: Card): void {
    const there = shown.get(where) ?? new Map<string, Card>();
    shown.set(where, there.set(message, card));
  }

  /** Everything the bot said since it was asked last, in order. */
  async function heard(): Promise<readonly Heard[]> {
    await listen();
    const found = unread;
    unread = [];
    return found;
  }

  async function listen(): Promise<void> {
    for (;;) {
      const batch = await store.transaction((tx) => tx.outbox.lease(now, now, 100));
      if (batch.length === 0) return;
      for (const message of [...batch].sort((a, b) => a.id - b.id)) await hear(message);
    }
  }

  async function hear({ id, to, editOf, card }: QueuedMessage): Promise<void> {
    const messageId = editOf ?? `m${id}`;
    const where = await store.transaction(async (tx) => {
      await tx.outbox.sent(id, messageId, now);
      if ('room' in to) return (await tx.rooms.byId(to.room))?.name ?? '?';
      const accounts = await tx.people.identities(to.person);
      const account = accounts.find(({ platform }) => platform === to.platform);
      return account ? directOf(to.platform, account.handle) : `nobody on ${to.platform}`;
    });
    if (!('room' in to)) show(where, messageId, card);
    const text = plainLines(card).join('\n');
    unread.push({ to: where, edit: editOf !== null, ping: card.attention === 'ping', text });
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
    ends,
    hears,
    pressesOn,
    presses,
    /** The command behind a button that the person can see. */
    commandOf: async (speaker: string, label: string) => (await buttonOf(speaker, label)).command,
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

export type Conversation = ReturnType<typeof createConversation>;

/** `slack:vorsitz@dm`: platform, name and room; without a platform the local one. */
function placeOf(speaker: string) {
  const [who = '', room = ''] = speaker.split('@');
  const [name = '', platform = 'local'] = who.split(':').reverse();
  return { platform, name, room, direct: room === 'dm' };
}

function directOf(platform: string, name: string): string {
  return platform === 'local' ? `dm/${name}` : `${platform}:dm/${name}`;
}
