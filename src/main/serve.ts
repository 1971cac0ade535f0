/** `npm start`: the bot with its local page, until Ctrl-C or SIGTERM. */
import { createWebServer } from '../../adapters/local/web/server.ts';
import { loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/schema.ts';
import type { Log } from '../ports/log.ts';
import type { Timeline } from '../ports/timeline.ts';
import { createRunningClock, type RunningClock } from './clock.ts';
import { checkExample, isEmpty, isExample, loadExample } from './example/example.ts';
import { createLog } from './log.ts';
import { keepMoves, resumeClock } from './pageClock.ts';
import { openService, type Service } from './service.ts';

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
  const clock = createRunningClock();
  let service = await begin(config, log, clock);
  const server = createWebServer({
    service: () => service,
    clock,
    zone: config.zone,
    locale: config.locale,
    title: () => processName(service),
    ready: () => isReady(service),
    example: {
      present: () => isExample(service),
      async reset() {
        await checkExample(service);
        await service.close();
        service = await begin(config, log, clock, true);
        await service.bot.start();
        await service.connect();
      },
    },
    localChat: config.local.enabled,
    log,
  });
  try {
    const { port } = await server.listen(config.server.port, config.server.host);
    await service.bot.start();
    await service.connect();
    process.stdout.write(`Mitwirk is ready: http://${shownHost(config.server.host)}:${port}\n`);
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

/** An empty store is given the example, unless the configuration says otherwise. */
async function begin(config: Config, log: Log, clock: RunningClock, wiped?: true): Promise<Service> {
  const options = {
    config,
    clock: (timeline: Timeline) => resumeClock(clock, timeline, config.local.enabled),
    log,
    onBroken: stopBroken(log),
  };
  const service = await openService(wiped ? { ...options, wiped } : options);
  const wanted = config.local.enabled && config.local.example && (await isEmpty(service));
  if (wanted) await loadExample(service, clock, config.zone, config.locale);
  keepMoves(clock, service.timeline, log);
  return service;
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

/** The store answers, and no platform waits for an operator. */
function isReady(service: Service): Promise<boolean> {
  return service.store.ping().then(
    () => service.trouble() === null,
    () => false,
  );
}

function shownHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? 'localhost' : host;
}
