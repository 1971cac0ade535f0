/** The whole application behind Slack's stand-in: real Bolt, a real store, a clock that runs. */

import { createPictures } from '../../adapters/documents/pictures.ts';
import type { Database } from '../../adapters/postgres/database/database.ts';
import { createPlatformMemory } from '../../adapters/postgres/platformMemory.ts';
import { createStore } from '../../adapters/postgres/store.ts';
import type { SlackOptions } from '../../adapters/slack/options.ts';
import { SCOPES } from '../../adapters/slack/scopes.ts';
import { createSlack, type Slack } from '../../adapters/slack/slack.ts';
import { createDirectory } from '../../src/app/directory.ts';
import { createApp } from '../../src/app.ts';
import { createStandingClock } from '../../src/main/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Scheduler } from '../../src/ports/scheduler.ts';
import type { Store } from '../../src/ports/store.ts';
import { at } from './conversation.ts';
import {
  httpDriver,
  type Posted,
  type SlackDriver,
  type SlackUser,
  socketDriver,
  startSlackServer,
} from './slack/index.ts';

/** With which installations are encrypted. */
export const TOKEN_KEY = '0123456789abcdef'.repeat(4);

/** 11 January 2027 is a Monday. */
const START = '2027-01-11T09:00';

export interface StageOptions {
  readonly mode?: 'http' | 'socket';
  readonly externals?: boolean;
  readonly paceMs?: number;
  readonly strictPace?: boolean;
  /** The app is installed for the whole of it. */
  readonly organisation?: { readonly id: string; readonly name: string };
  /** Nothing is installed at first. */
  readonly byConsent?: boolean;
  /** The first workspace's. */
  readonly teamId?: string;
  /** External ids of those who may set up a process besides the first who tries. */
  readonly coordinators?: readonly string[];
  /** Stands between the application and its store. */
  readonly store?: (store: Store) => Store;
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** Puts application and adapter together over the database; closing it leaves the database. */
export async function openStage(database: Database, options: StageOptions = {}) {
  const enterprise = options.organisation ? { enterprise: { ...options.organisation, wide: true } } : {};
  const slack = await startSlackServer({
    // No more than the manifest asks for.
    team: { scopes: Object.keys(SCOPES), ...enterprise, ...(options.teamId ? { id: options.teamId } : {}) },
    strictPace: options.strictPace === true,
  });
  const lines: string[] = [];
  const log = logTo(lines);
  const clock = createStandingClock(at(START));
  let running = await start();

  async function start() {
    const plain = createStore(database.pool);
    const memory = createPlatformMemory(database.pool, 'slack');
    const store = options.store ? options.store(plain) : plain;
    const adapter = createSlack(slackOptions(), {
      directory: createDirectory(store),
      memory,
      clock,
      pictures: createPictures(),
      log,
    });
    const settings = {
      locale: 'de',
      zone: 'Europe/Berlin',
      coordinators: (options.coordinators ?? []).map((id) => `slack:${id}`),
    };
    const bot = createApp({ store, clock, scheduler: NO_SCHEDULER, log }, [adapter.chat], settings);
    await adapter.connect(bot);
    return { store, adapter, bot };
  }

  function slackOptions(): SlackOptions {
    const { signingSecret, appToken } = slack.settings;
    const transport =
      options.mode === 'socket'
        ? ({ mode: 'socket', appToken } as const)
        : ({ mode: 'http', signingSecret, host: '127.0.0.1', port: 0 } as const);
    const { externals = false, paceMs = 0 } = options;
    return {
      transport,
      access: options.byConsent ? consent() : { by: 'token', botToken: slack.team.installation.botToken },
      apiUrl: slack.apiUrl,
      externals,
      locale: 'de',
      paceMs,
    };
  }

  function consent() {
    const { clientId, clientSecret } = slack.settings;
    return { by: 'consent', clientId, clientSecret, stateSecret: 'state', tokenKey: TOKEN_KEY } as const;
  }

  function driver(adapter: Slack): SlackDriver {
    if (options.mode === 'socket') return socketDriver(slack);
    return httpDriver(slack, { url: `http://127.0.0.1:${adapter.port()}/slack/events` });
  }

  let people = driver(running.adapter);

  async function stop() {
    await running.adapter.close();
    await running.bot.close();
  }

  return {
    slack,
    /** Log lines as text. */
    lines,
    clock,
    get people() {
      return people;
    },
    get bot() {
      return running.bot;
    },
    /** What the outbox speaks through. */
    get chat() {
      return running.adapter.chat;
    },
    get store() {
      return running.store;
    },
    url: () => `http://127.0.0.1:${running.adapter.port()}/slack/events`,
    /** Until everything that was asked for is done and sent. */
    async settle() {
      await running.adapter.settle();
      await running.bot.settle();
      await running.bot.catchUp();
      await running.bot.settle();
    },
    /** Does what falls due up to then. */
    async moveTo(local: string) {
      clock.moveTo(at(local));
      await running.bot.catchUp();
      await running.bot.settle();
    },
    /** So many seconds later. */
    async pass(seconds: number) {
      clock.moveTo(new Date(clock.now().getTime() + seconds * 1000));
      await running.bot.catchUp();
      await running.bot.settle();
    },
    async restart() {
      await stop();
      running = await start();
      people = driver(running.adapter);
    },
    async close() {
      await stop();
      await slack.close();
    },
  };
}

/** Steering group and one working group, set up by what people type. */
export async function openTown(database: Database, options: StageOptions = {}) {
  return settleTown(await openStage(database, options));
}

/** The same where the app is installed already. */
export async function settleTown(stage: Stage) {
  const { team } = stage.slack;
  const person = (name: string, shown: string) => team.addUser(name, { displayName: shown });
  const koordination = person('koordination', 'Koordination');
  const vorsitz = person('vorsitz', 'Vorsitz');
  const leitung = person('leitung', 'Leitung AG Bildung');
  const mitglied = person('mitglied', 'Mitglied');
  const everyone = [koordination, vorsitz, leitung, mitglied];
  const steuerung = team.addChannel('steuerung', { members: everyone });
  const bildung = team.addChannel('ag-bildung', { members: everyone });
  const say = async (user: SlackUser, channel: typeof steuerung, command: string, text: string) => {
    await stage.people.slash(user, channel, command, text);
    await stage.settle();
  };
  await say(koordination, steuerung, '/prozess', 'einrichten "Integrationskonzept" region BY-KATH');
  await say(koordination, steuerung, '/gruppe', 'steuerung');
  await say(koordination, steuerung, '/gruppe', `aufnehmen <@${vorsitz.id}|vorsitz> als Vorsitz art Verwaltung`);
  await say(koordination, bildung, '/gruppe', 'neu "AG Bildung" feld Bildung');
  await say(koordination, bildung, '/gruppe', `aufnehmen <@${leitung.id}> als Leitung art Bildung`);
  await say(koordination, bildung, '/gruppe', `aufnehmen <@${mitglied.id}> art Ehrenamt`);
  return { ...stage, koordination, vorsitz, leitung, mitglied, steuerung, bildung, say, stage };
}

export type Town = Awaited<ReturnType<typeof openTown>>;

/** The newest of some messages that says this. */
export function newest(posted: readonly Posted[], words: string, read: (message: Posted) => string): Posted {
  const found = posted.findLast((message) => read(message).includes(words));
  if (!found) throw new Error(`No message says ${words}; there is:\n${posted.map(read).join('\n---\n')}`);
  return found;
}

/** Tests look for what is due themselves. */
const NO_SCHEDULER: Scheduler = { start: async () => {}, wakeAt: async () => {}, away: false, close: async () => {} };

function logTo(lines: string[]): Log {
  const add = (level: string, event: string, fields: unknown) => {
    lines.push(`${level} ${event} ${JSON.stringify(fields ?? {})}`);
  };
  return {
    info: (event, fields) => add('info', event, fields),
    warn: (event, fields) => add('warn', event, fields),
    error: (event, error, fields) =>
      add('error', event, { ...fields, error: error instanceof Error ? error.stack : error }),
  };
}
