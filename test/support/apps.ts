/** The application over a store. */
import { type App, createApp } from '../../src/app.ts';
import { instantOf, localDate, localTime } from '../../src/domain/time/calendar.ts';
import { createStandingClock } from '../../src/main/clock.ts';
import type { Chat } from '../../src/ports/chat.ts';
import type { MovableClock } from '../../src/ports/clock.ts';
import type { Answer, Inbound } from '../../src/ports/inbound.ts';
import type { Store, Tx } from '../../src/ports/store.ts';

const ZONE = 'Europe/Berlin';

/** `2027-01-11T09:00` on the clocks of the process. */
export function at(local: string): Date {
  const [date = '', time = ''] = local.split('T');
  return instantOf(localDate(date), localTime(time), ZONE);
}

export interface LoggedError {
  readonly event: string;
  readonly error: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface TestApp extends App {
  readonly clock: MovableClock;
  readonly errors: readonly LoggedError[];
  readonly warnings: readonly string[];
  /** Somebody says something, as `vorsitz@steuerung` or `vorsitz@dm`. */
  says(speaker: string, text: string, key?: string): Promise<Answer>;
}

let events = 0;

export function createTestApp(
  store: Store,
  chat: Chat,
  clock: MovableClock = createStandingClock(at('2027-01-11T09:00')),
  /** Those who may set up a process beside another one. */
  coordinators: readonly string[] = [],
): TestApp {
  const errors: LoggedError[] = [];
  const warnings: string[] = [];
  const log = {
    info: () => {},
    warn: (event: string) => void warnings.push(event),
    error: (event: string, error: unknown, fields = {}) => void errors.push({ event, error, fields }),
  };
  const scheduler = { start: async () => {}, wakeAt: async () => {}, away: false, close: async () => {} };
  const app = createApp({ store, clock, scheduler, log }, [chat], {
    locale: 'de',
    zone: ZONE,
    coordinators: coordinators.map((name) => `local:${name}`),
  });
  return {
    ...app,
    clock,
    errors,
    warnings,
    says: (speaker, text, key) => app.handle(inbound(speaker, text, key)),
  };
}

export function inbound(speaker: string, text: string, key = `event ${++events}`): Inbound {
  const [name = '', room = ''] = speaker.split('@');
  return {
    platform: 'local',
    key,
    origin: 'local',
    sender: { externalId: name, origin: 'local', handle: name, name },
    room: { externalId: room === 'dm' ? `dm/${name}` : room, kind: room === 'dm' ? 'direct' : 'channel', name: room },
    what: { kind: 'command', text },
  };
}

/** The same store, with parts of its transactions replaced. */
export function withParts(store: Store, replace: (tx: Tx) => Partial<Tx>): Store {
  const changed = (tx: Tx) => ({ ...tx, ...replace(tx) });
  return {
    ...store,
    transaction: (work) => store.transaction((tx) => work(changed(tx))),
    look: (work) => store.look((tx) => work(changed(tx))),
  };
}

/** A process with a steering group and a working group in rooms of these names, so that suites can share a store. */
export async function setUpProcess(app: Pick<TestApp, 'introduce' | 'says' | 'settle'>, name: string): Promise<void> {
  const coordinator = `koordination-${name}`;
  for (const person of ['vorsitz', 'verein', 'leitung', 'mitglied']) {
    await app.introduce('local', {
      externalId: `${person}-${name}`,
      origin: 'local',
      handle: `${person}-${name}`,
      name: `${person}-${name}`,
    });
  }
  await app.says(`${coordinator}@steuerung-${name}`, `/prozess einrichten "${name}" region BY-KATH`);
  await app.says(`${coordinator}@steuerung-${name}`, '/gruppe steuerung');
  await app.says(`${coordinator}@steuerung-${name}`, `/gruppe aufnehmen @vorsitz-${name} als Vorsitz`);
  await app.says(`${coordinator}@steuerung-${name}`, `/gruppe aufnehmen @verein-${name}`);
  await app.says(`${coordinator}@ag-${name}`, '/gruppe neu "AG Bildung"');
  await app.says(`${coordinator}@ag-${name}`, `/gruppe aufnehmen @leitung-${name} als Leitung`);
  await app.says(`${coordinator}@ag-${name}`, `/gruppe aufnehmen @mitglied-${name}`);
  await app.settle();
}
