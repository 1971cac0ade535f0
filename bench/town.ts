/** A process of a usual size, set up by the commands its people would type. */
import { createStore } from '../adapters/postgres/store.ts';
import { type App, createApp } from '../src/app.ts';
import { instantOf, localDate, localTime } from '../src/domain/time/calendar.ts';
import { createStandingClock } from '../src/main/clock.ts';
import type { Chat } from '../src/ports/chat.ts';
import type { Place } from './place.ts';

export const ZONE = 'Europe/Berlin';
export const START = instantOf(localDate('2027-01-11'), localTime('09:00'), ZONE);
const PLATFORM = 'bench';
const PEOPLE = 30;
const WORKING_GROUPS = 4;
const TASKS = 200;

/** The steering group's room, and that of the working group in which only reading is measured. */
export const STEERING = 'steuerung';
export const READ_ROOM = 'ag-1';
/** Rooms in which writing is measured. */
export const WRITE_ROOMS = ['ag-2', 'ag-3', 'ag-4'] as const;

export interface Town {
  readonly app: App;
  /** Says a line as a person in a room. @throws when it is refused: a refusal would be measured for a command */
  say(person: string, room: string, line: string): Promise<void>;
  close(): Promise<void>;
}

/** A platform that takes every message at once. */
function createSilentChat(): Chat {
  let posted = 0;
  return {
    platform: PLATFORM,
    async post() {
      posted += 1;
      return String(posted);
    },
    edit: async () => {},
  };
}

export async function openTown(place: Place): Promise<Town> {
  const clock = createStandingClock(START);
  const scheduler = place.scheduler(clock);
  const store = createStore(place.database.pool);
  const settings = { locale: 'de', zone: ZONE, coordinators: [] };
  const app = createApp({ store, clock, scheduler, log: place.log }, [createSilentChat()], settings);
  await app.start();
  let events = 0;

  async function say(person: string, room: string, line: string): Promise<void> {
    events += 1;
    const { refused } = await app.handle({
      platform: PLATFORM,
      key: `event ${events}`,
      origin: 'local',
      sender: { externalId: person, origin: 'local', handle: person, name: person },
      room: { externalId: room, kind: 'channel', name: room },
      what: { kind: 'command', text: line },
    });
    if (refused) throw new Error(`${person}@${room} was refused (${refused.code}): ${line}`);
  }

  const town = { app, say, close: () => app.close() };
  await settle(town);
  return town;
}

/** Person `n` of the process, beginning with `p1`; every one is in one working group. */
export function personIn(room: string, n: number): string {
  const group = Number(room.slice('ag-'.length));
  const inGroup = Math.floor(PEOPLE / WORKING_GROUPS);
  return `p${group + WORKING_GROUPS * (n % inGroup)}`;
}

async function settle({ app, say }: Town): Promise<void> {
  await say('p1', STEERING, '/prozess einrichten "Integrationskonzept" region BY-KATH');
  for (let n = 1; n <= PEOPLE; n += 1) {
    await app.introduce(PLATFORM, { externalId: `p${n}`, origin: 'local', handle: `p${n}`, name: `p${n}` });
  }
  await say('p1', STEERING, '/gruppe steuerung');
  await say('p1', STEERING, '/gruppe aufnehmen @p1 als Vorsitz art Verwaltung');
  for (let group = 1; group <= WORKING_GROUPS; group += 1) {
    const room = `ag-${group}`;
    await say('p1', room, `/gruppe neu "AG ${group}" feld Bildung`);
    for (let n = group; n <= PEOPLE; n += WORKING_GROUPS) {
      await say('p1', room, `/gruppe aufnehmen @p${n} als ${n === group ? 'Leitung' : 'Mitglied'} art Bildung`);
    }
  }
  for (let n = 0; n < TASKS; n += 1) {
    const room = `ag-${1 + (n % WORKING_GROUPS)}`;
    await say(personIn(room, 0), room, taskLine(room, n));
  }
  await app.settle();
}

/** A task for somebody of the room, due on one of twenty-five days. */
export function taskLine(room: string, n: number): string {
  return `/aufgabe neu Rückmeldung ${n} der Bürger*innen auswerten @${personIn(room, n)} bis ${1 + (n % 25)}.02.`;
}
