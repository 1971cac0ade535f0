/** The whole application with a Matrix account, in this process: as `npm start` runs it, without the page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moveClock } from '../../../adapters/local/moveClock.ts';
import { Config } from '../../../config/schema.ts';
import type { RunningClock } from '../../../src/main/clock.ts';
import { createRunningClock } from '../../../src/main/clock.ts';
import { openService, type Service } from '../../../src/main/service.ts';
import type { Log } from '../../../src/ports/log.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly error?: unknown;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

export interface TestBot {
  readonly service: Service;
  readonly clock: RunningClock;
  readonly log: readonly LogLine[];
  readonly dataDir: string;
  moveTo(at: Date): Promise<void>;
  close(): Promise<void>;
  /** Closed, and opened again on the same data. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

export interface BotOptions {
  readonly start?: Date;
  readonly databaseUrl?: string;
  /** That section of the configuration; without it there is no Slack. */
  readonly slack?: object;
}

/** `matrix` is that section of the configuration. */
export async function startBot(matrix: object, options: BotOptions = {}): Promise<TestBot> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mitwirk-matrix-'));
  const clock = createRunningClock();
  if (options.start) clock.setAhead(options.start.getTime() - clock.now().getTime());
  const lines: LogLine[] = [];
  const write = (line: LogLine) => {
    lines.push(line);
    // For whoever looks for the reason of a failure.
    if (process.env.TEST_LOG) process.stderr.write(`${line.level} ${line.event} ${describe(line)}\n`);
  };
  const log: Log = {
    info: (event, fields) => write({ level: 'info', event, fields }),
    warn: (event, fields) => write({ level: 'warn', event, fields }),
    error: (event, error, fields) => write({ level: 'error', event, error, fields }),
  };
  const store = {
    dataDir: join(dataDir, 'store'),
    ...(options.databaseUrl ? { databaseUrl: options.databaseUrl } : {}),
  };
  const config = Config.parse({
    store,
    matrix: { keysDir: join(dataDir, 'keys'), ...matrix },
    ...(options.slack ? { slack: options.slack } : {}),
    local: { example: false },
  });

  async function open(): Promise<Service> {
    const service = await openService({ config, clock, log });
    await service.bot.start();
    await service.connect();
    return service;
  }

  let service = await open();
  let closed = false;
  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    await service.close();
  }

  const bot = {
    get service() {
      return service;
    },
    clock,
    log: lines,
    dataDir,
    moveTo: (at: Date) => moveClock(service.bot, clock, at, async () => {}),
    close,
    async restart() {
      await close();
      service = await open();
      closed = false;
    },
    async remove() {
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return bot;
}

function describe({ error, fields }: LogLine): string {
  return `${JSON.stringify(fields ?? {})} ${error instanceof Error ? error.stack : (error ?? '')}`;
}
