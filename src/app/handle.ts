/** The way of one command: one transaction from the event's key to the messages it causes. */
import type { Card } from '../cards/model.ts';
import { refusalCard } from '../cards/refusal.ts';
import { checkAccess } from '../commands/access.ts';
import type { Command } from '../commands/declaration.ts';
import { families } from '../commands/families.ts';
import { findCommand } from '../commands/find.ts';
import { commandNamed } from '../commands/lookup.ts';
import { FieldRefusal, readArgs, readForm } from '../commands/read.ts';
import { Refusal } from '../domain/failure.ts';
import type { Answer, Inbound } from '../ports/inbound.ts';
import { type Store, StoreUnavailable, type Tx } from '../ports/store.ts';
import { phrases } from '../text/phrases.ts';
import { storable } from '../text/storable.ts';
import type { Caller } from '../usecases/caller.ts';
import { personNamed } from './people.ts';
import { type SituationSettings, situate } from './situation.ts';

const NOTHING: Answer = { card: null, refused: null };

/** A refusal on its way out of the transaction, with the language it is to be told in and the command it concerns. */
interface Situation {
  locale: string;
  command: Command | null;
}

/**
 * Handles one event. A refusal rolls everything back; the same event handled before has no second effect and gets
 * the same answer. Any other error is a fault: it reaches the caller and nothing has changed.
 * @throws StoreUnavailable when the store is away: only then, and seldom, it may be done all the same
 */
export async function handleInbound(
  store: Store,
  received: Inbound,
  now: Date,
  settings: SituationSettings,
): Promise<Answer> {
  const inbound = cleaned(received);
  const situation: Situation = { locale: settings.locale, command: null };
  try {
    const card = await decided(() => store.transaction((tx) => handleOnce(tx, inbound, now, settings, situation)));
    return { card, refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const typed = inbound.what.kind === 'command' ? inbound.what.text : null;
    return {
      card: refusalCard(phrases(situation.locale), error.failure, typed, situation.command),
      refused: { code: error.failure.code, field: error instanceof FieldRefusal ? error.field : null },
    };
  }
}

/** Whether a transaction that lost its connection was still committed is not known, but the same event, tried again, finds out. */
async function decided<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return work();
  }
}

function cleaned(inbound: Inbound): Inbound {
  const { sender, room, what } = inbound;
  return {
    ...inbound,
    sender: { ...sender, handle: storable(sender.handle), name: storable(sender.name) },
    room: { ...room, name: storable(room.name) },
    mentions: (inbound.mentions ?? []).map((meant) => ({
      ...meant,
      handle: storable(meant.handle),
      name: storable(meant.name),
    })),
    what:
      what.kind === 'command'
        ? { ...what, text: storable(what.text), ...(what.quoted ? { quoted: storable(what.quoted).trim() } : {}) }
        : { ...what, values: Object.fromEntries(Object.entries(what.values).map(([name, v]) => [name, storable(v)])) },
  };
}

async function handleOnce(
  tx: Tx,
  inbound: Inbound,
  now: Date,
  settings: SituationSettings,
  situation: Situation,
): Promise<Card | null> {
  if (!(await tx.events.begin(inbound.platform, inbound.key, now))) {
    return tx.events.answer(inbound.platform, inbound.key);
  }
  const caller = await situate(tx, inbound, now, settings);
  situation.locale = caller.locale;
  const card = await run(tx, caller, inbound, situation);
  await tx.events.setAnswer(inbound.platform, inbound.key, card);
  return card;
}

async function run(tx: Tx, caller: Caller, inbound: Inbound, situation: Situation): Promise<Card | null> {
  const context = {
    caller,
    person: (name: string) => personNamed(tx, caller.platform, name, inbound.mentions),
    ...(inbound.what.kind === 'command' && inbound.what.quoted ? { quoted: inbound.what.quoted } : {}),
  };
  const { what } = inbound;
  if (what.kind === 'form') {
    const command = commandNamed(what.command);
    situation.command = command;
    checkAccess(command, caller);
    const args = await readForm(command, what.values, context);
    await takeTurn(tx, caller);
    return command.run(tx, caller, args);
  }
  const found = findCommand(what.text, families, {
    direct: caller.room.kind === 'direct',
    onMessage: what.quoted !== undefined,
    locale: caller.locale,
  });
  if (!found) return NOTHING.card;
  situation.command = found.command;
  checkAccess(found.command, caller);
  const args = await readArgs(found.command, found.cursor, context);
  await takeTurn(tx, caller);
  return found.command.run(tx, caller, args);
}

/** What a use case finds stays so until it is done: two who want the same thing at once get it one after the other. */
async function takeTurn(tx: Pick<Tx, 'processes'>, { process }: Caller): Promise<void> {
  if (process) await tx.processes.lock(process.id);
}
