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

/** `matrix` is that section of the configuration. */
export async function startBot(matrix: object, options: { start?: Date; databaseUrl?: string } = {}): Promise<TestBot> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mitwirk-matrix-'));
  const clock = createRunningClock();
  if (options.start) clock.setAhead(options.start.getTime() - clock.now().getTime());
  const lines: LogLine[] = [];
  const log: Log = {
    info: (event, fields) => void lines.push({ level: 'info', event, fields }),
    warn: (event, fields) => void lines.push({ level: 'warn', event, fields }),
    error: (event, error, fields) => void lines.push({ level: 'error', event, error, fields }),
  };
  const store = { dataDir: join(dataDir, 'store'), ...(options.databaseUrl ? { databaseUrl: options.databaseUrl } : {}) };
  const config = Config.parse({ store, matrix: { keysDir: join(dataDir, 'keys'), ...matrix }, local: { example: false } });

  async function open(): Promise<Service> {
    const service = await openService({ config, clock: async () => clock, log });
    await service.bot.start();
    await service.connect();
    return service;
  }

  let service = await open();
  const bot = {
    get service() {
      return service;
    },
    clock,
    log: lines,
    dataDir,
    moveTo: (at: Date) => moveClock(service.bot, clock, at, async () => {}),
    close: () => service.close(),
    async restart() {
      await service.close();
      service = await open();
    },
    async remove() {
      await service.close().catch(() => undefined);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return bot;
}
