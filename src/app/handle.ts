/** The way of one command: one transaction from the event's key to the messages it causes. */
import { paragraph } from '../cards/build.ts';
import { refusalCard } from '../cards/refusal.ts';
import { Refusal, refuse } from '../domain/failure.ts';
import type { ProcessId } from '../domain/ids.ts';
import { FieldRefusal } from '../grammar/read.ts';
import type { Card } from '../message/model.ts';
import type { Answer, Inbound, InboundContent } from '../ports/inbound.ts';
import { EventHandled } from '../ports/store/work.ts';
import { type Store, StoreUnavailable, StoreUnwritable, type Tx } from '../ports/store.ts';
import { phrases } from '../text/phrases.ts';
import { storable } from '../text/storable.ts';
import { askedFor, run, type Situation } from './run.ts';
import { arrive, recall, type SituationSettings, situate, wasHandled, welcome } from './situation.ts';
import { sharedTurn, type TakeTurn, takeTurn } from './turn.ts';

/** One event on its way, and what a refusal of it would be told with. */
export interface Arrived {
  readonly inbound: Inbound;
  readonly now: Date;
  readonly settings: SituationSettings;
  readonly situation: Situation;
}

/** An answer, and the process it came from, as far as that was found out. */
export interface Handled {
  readonly answer: Answer;
  readonly process: ProcessId | null;
}

export function arrivedNow(received: Inbound, now: Date, settings: SituationSettings): Arrived {
  const situation = { locale: settings.locale, command: null, typed: null, process: null };
  return { inbound: cleaned(received), now, settings, situation };
}

/** Handles one event for whoever has no others that wait. @throws as {@link handleAlone} */
export async function handleInbound(
  store: Store,
  received: Inbound,
  now: Date,
  settings: SituationSettings,
): Promise<Answer> {
  return (await handleAlone(store, arrivedNow(received, now, settings))).answer;
}

/**
 * Handles one event. A refusal rolls everything back; the same event handled before has no second effect and gets
 * the same answer. Any other error is a fault: it reaches the caller and nothing has changed.
 * @throws StoreUnavailable when the store is away: only then, and seldom, it may be done all the same
 */
export async function handleAlone(store: Store, arrived: Arrived): Promise<Handled> {
  try {
    return await answered(store, arrived);
  } catch (error) {
    return refusedAs(error, arrived);
  }
}

/**
 * Handles events of one process in their order, all of them in one transaction. A refusal undoes what it was about, and the
 * others go on.
 * @throws what the first fault was, NotTogether and EventHandled included: then nothing of any of them is done
 */
export function handleTogether(
  store: Store,
  process: ProcessId,
  events: readonly Arrived[],
): Promise<readonly Handled[]> {
  return store.transaction(async (tx) => {
    const turn = sharedTurn(process);
    const answers: Handled[] = [];
    for (const arrived of events) {
      const undo = tx.mark();
      try {
        answers.push(await handleOnce(tx, arrived, turn));
      } catch (error) {
        if (!(error instanceof Refusal) || !undo()) throw error;
        answers.push(refusedAs(error, arrived));
      }
    }
    return answers;
  });
}

/** @throws the error, unless it is a refusal */
function refusedAs(error: unknown, { situation }: Arrived): Handled {
  if (!(error instanceof Refusal)) throw error;
  const card = refusalCard(phrases(situation.locale), error.failure, situation.typed, situation.command);
  const field = error instanceof FieldRefusal ? error.field : null;
  return { answer: { card, refused: { code: error.failure.code, field } }, process: situation.process };
}

async function answered(store: Store, arrived: Arrived): Promise<Handled> {
  try {
    return await decided(() => store.transaction((tx) => handleOnce(tx, arrived, takeTurn)));
  } catch (error) {
    if (!(error instanceof StoreUnwritable)) throw error;
    return store.look((tx) => onlyLook(tx, arrived));
  }
}

/**
 * Whether a transaction that lost its connection was still committed is not known, but the same event, tried again, finds out;
 * and so it does where the same event, arrived twice, was handled meanwhile.
 */
async function decided<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const again =
      error instanceof EventHandled || (error instanceof StoreUnavailable && !(error instanceof StoreUnwritable));
    if (!again) throw error;
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
    what: cleanedContent(what),
  };
}

function cleanedContent(what: InboundContent): InboundContent {
  switch (what.kind) {
    case 'command': {
      const quoted = what.quoted ? { quoted: storable(what.quoted).trim() } : {};
      return { ...what, text: storable(what.text), ...quoted };
    }
    case 'form':
      return { ...what, values: storableValues(what.values) };
    case 'press':
      return { ...what, args: storableValues(what.args) };
    default:
      return what satisfies never;
  }
}

function storableValues(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, storable(value)]));
}

async function handleOnce(tx: Tx, { inbound, now, settings, situation }: Arrived, turn: TakeTurn): Promise<Handled> {
  const present = await arrive(tx, inbound);
  if (wasHandled(present)) return done(present.handled.answer, null);
  const caller = situate(present, inbound, now, settings);
  await welcome(tx, caller);
  const card = await run(tx, { ...inbound, caller, named: false, writable: true, takeTurn: turn }, situation);
  await tx.events.note(inbound.platform, inbound.key, now, card);
  return done(card, caller.process?.id ?? null);
}

/**
 * Where nothing can be written, what changes nothing is answered all the same; the event is not noted, so that it can come again.
 * @throws Refusal `store.unwritable` for everything else
 */
async function onlyLook(tx: Tx, { inbound, now, settings, situation }: Arrived): Promise<Handled> {
  const present = await recall(tx, inbound);
  if (!present) return askedFor(inbound, settings.locale) ? refuse('store.unwritable') : done(null, null);
  if (wasHandled(present)) return done(present.handled.answer, null);
  const caller = situate(present, inbound, now, settings);
  const card = await run(tx, { ...inbound, caller, named: false, writable: false, takeTurn }, situation);
  if (!card) return done(null, null);
  const saved = paragraph(phrases(caller.locale).say('store.lastSaved'), 'muted');
  return done({ ...card, body: [...card.body, saved] }, null);
}

function done(card: Card | null, process: ProcessId | null): Handled {
  return { answer: { card, refused: null }, process };
}
