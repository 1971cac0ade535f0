/** `npm run --silent shell`: the application in a terminal, by hand or by script. */
import { createPlayer, momentOf } from '../../adapters/local/shell/play.ts';
import { converse, playScript, readScript } from '../../adapters/local/shell/run.ts';
import { loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/schema.ts';
import type { MovableClock } from '../ports/clock.ts';
import { isLocale } from '../text/catalogue.ts';
import { createRunningClock, createStandingClock } from './clock.ts';
import { createLog } from './log.ts';
import { readOptions } from './options.ts';
import { openService } from './service.ts';
import { placeFor } from './shellPlace.ts';
import { UsageError } from './usageError.ts';

const USAGE =
  'Usage: npm run --silent shell -- [--script FILE] [--at 2027-01-11T09:00] [--data DIR | --fresh] [--locale de|en]';

const OPTIONS = {
  script: { type: 'string' },
  at: { type: 'string' },
  data: { type: 'string' },
  fresh: { type: 'boolean' },
  locale: { type: 'string' },
} as const;

/** The transcript alone goes to standard output. */
const TERMINAL = {
  print: (line: string) => void process.stdout.write(`${line}\n`),
  complain: (line: string) => void process.stderr.write(`${line}\n`),
};

/** Exit status 0 when the script was played to the end, 2 when a line is of none of the forms. */
export async function shell(words: readonly string[]): Promise<number> {
  const { values } = readOptions(words, OPTIONS, USAGE);
  if (values.data !== undefined && values.fresh)
    throw new UsageError(`--data and --fresh exclude each other.\n${USAGE}`);
  const config = loadConfig();
  const locale = values.locale ?? config.locale;
  if (!isLocale(locale)) throw new UsageError(`There is no language ${locale}.\n${USAGE}`);
  const lines = values.script === undefined ? null : linesOf(values.script);
  const clock = clockFrom(values.at, config.zone, lines !== null);
  const place = await placeFor(values, config);
  process.stdout.on('error', ignoreClosed);
  const player = createPlayer({
    open: () => openSession({ ...config, locale, store: place.store }, clock),
    clock,
    zone: config.zone,
    locale,
    print: TERMINAL.print,
  });
  try {
    await player.begin();
    return lines === null ? await converse(player) : await playScript(player, values.script ?? '', lines, TERMINAL);
  } finally {
    await player.end();
    await place.dispose();
    process.stdout.off('error', ignoreClosed);
  }
}

/** Whoever reads along may stop doing so, as `head` does: the script is played to its end all the same. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function linesOf(file: string): readonly string[] {
  try {
    return readScript(file);
  } catch (error) {
    throw new UsageError(
      `The script ${file} cannot be read: ${error instanceof Error ? error.message : error}\n${USAGE}`,
    );
  }
}

/** A script stands still in time between its `clock>` lines; by hand, time passes. */
function clockFrom(at: string | undefined, zone: string, scripted: boolean): MovableClock {
  const running = createRunningClock();
  if (at === undefined) return scripted ? createStandingClock(running.now()) : running;
  try {
    return createStandingClock(momentOf(at, zone));
  } catch {
    throw new UsageError(`--at takes a day and a time such as 2027-01-11T09:00, not ${at}.\n${USAGE}`);
  }
}

/** Nobody else is in the store meanwhile: what the shell's time brings about would be real for them. */
async function openSession(config: Config, clock: MovableClock) {
  const service = await openService({ config, clock, log: createLog('error'), alone: 'required' });
  return {
    ...service,
    async start() {
      await service.allHeard();
      await service.bot.start();
    },
  };
}
