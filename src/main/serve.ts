/** `npm start`: the bot, with its local page where that is wanted, until Ctrl-C or SIGTERM. */
import type { Obstacle } from '../../adapters/local/web/options.ts';
import { createWebServer } from '../../adapters/local/web/server.ts';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import { wipeExample } from '../../adapters/postgres/wipe.ts';
import { loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/schema.ts';
import type { Log } from '../ports/log.ts';
import { createRunningClock, type RunningClock } from './clock.ts';
import { loadExample } from './example/example.ts';
import { createLog } from './log.ts';
import { claimExample, followClock, practise, resumeClock } from './pageClock.ts';
import { checkPageStand, standOver, warnOfPage } from './pageStand.ts';
import { openService, type Service } from './service.ts';
import { sessionKeyOf } from './sessionKey.ts';
import { growSparingly } from './sparing.ts';

/** Gives the exit status once everything is closed in order. */
export async function serve(): Promise<number> {
  const config = loadConfig();
  const log = createLog(config.log.level);
  const stopped = new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  const running = await run(config, log);
  log.info('stopping', { signal: await stopped });
  await running.close();
  return 0;
}

async function run(config: Config, log: Log) {
  const wanted = checkPageStand(config);
  warnOfPage(wanted, log);
  const clock = createRunningClock();
  /** Without a real chat: only then is there an example to practise with. */
  const alone = wanted.page === 'alone';
  const start = () => begin(config, log, clock, alone);
  let service = await start();
  const stand = await standOver(wanted, config, service);
  if (stand !== wanted) log.warn('the local page stays off: the store knows a chat platform, and none is configured');
  const sessionKey = stand.page === 'off' ? null : await sessionKeyOf(service.pageMemory, null);
  const practice = {
    possible: async () => (await service.contents()) === 'example',
    moveClock: (move: () => Promise<void>) => practise(clock, service, move),
    async reset() {
      const obstacle = await claimExample(clock, service);
      if (obstacle !== null) return obstacle;
      await service.close();
      try {
        return await wipeStore(config, log);
      } finally {
        service = await start();
        await sessionKeyOf(service.pageMemory, sessionKey);
        await listen(service);
      }
    },
  };
  const server = createWebServer({
    service: () => service,
    clock,
    zone: config.zone,
    locale: config.locale,
    title: () => processName(service),
    trouble: () => troubleOf(service),
    page:
      sessionKey === null
        ? null
        : { sessionKey, practice: alone ? practice : null, entered: (next) => print(`For another browser: ${next}`) },
    log,
  });
  try {
    const { address } = await server.listen(config.server.port, config.server.host);
    await listen(service);
    print(`Mitwirk is ready: ${address}`);
    growSparingly();
  } catch (error) {
    await server.close();
    await service.close();
    throw error;
  }
  return {
    /** The page first, so that nobody speaks into a closing application. */
    async close() {
      await server.close();
      await service.close();
    },
  };
}

async function begin(config: Config, log: Log, clock: RunningClock, alone: boolean): Promise<Service> {
  // While the example is played the clock is elsewhere, which is nothing to go on from.
  clock.onMove(() => {});
  clock.setAhead(0);
  const service = await openService({
    config,
    clock,
    log,
    onBroken: stopBroken(log),
    alone: alone ? 'preferred' : 'no',
  });
  if (alone && config.local.example && (await service.occupancy.claim()) && (await service.contents()) === 'nothing') {
    await loadExample(service, clock, config.zone, config.locale);
  }
  await resumeClock(clock, service, alone);
  followClock(clock, service, log);
  return service;
}

async function listen(service: Service): Promise<void> {
  await service.bot.start();
  await service.connect();
}

/** In a database of its own, because everything that was prepared on the old tables must be gone. */
async function wipeStore({ store }: Config, log: Log): Promise<Obstacle | null> {
  const database = await openDatabase({ url: store.databaseUrl ?? null, dataDir: store.dataDir, log });
  try {
    if (!(await (await database.occupy(true)).claim())) return 'shared';
    return (await wipeExample(database.pool)) ? null : 'real';
  } finally {
    await database.close();
  }
}

/** Whatever restarts the process (systemd, Docker) brings a working store back; what was acknowledged is on the disk. */
function stopBroken(log: Log): (error: Error) => void {
  return (error) => {
    log.error('the store has stopped', error);
    process.exit(1);
  };
}

/** What the page calls itself; with several processes it is nobody's page. */
async function processName(service: Service): Promise<string | null> {
  const [only, ...others] = await service.store.transaction((tx) => tx.processes.active());
  return others.length === 0 ? (only?.name ?? null) : null;
}

/** For operators; null: all is well. */
async function troubleOf(service: Service): Promise<string | null> {
  return (await service.trouble()).join(' ') || null;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
