/** Plays shell scripts through the whole application in this process, each on an embedded store of its own. */
import fs from 'node:fs';
import { createPlayer, momentOf } from '../../adapters/local/shell/play.ts';
import { playScript } from '../../adapters/local/shell/run.ts';
import { loadConfig } from '../../config/load.ts';
import { createStandingClock } from '../../src/main/clock.ts';
import { createLog } from '../../src/main/log.ts';
import { openService } from '../../src/main/service.ts';
import { copyTemplate } from './database/template.ts';

export interface Played {
  readonly status: number;
  readonly transcript: string;
  /** What was said about a line that could not be played. */
  readonly problem: string;
  /** Whatever was logged as an error: nothing, unless the product is at fault. */
  readonly errors: readonly string[];
}

/**
 * @param at starting time in the zone of the process
 * @param coordinators who may set up a process besides the first who tries, as the setting names them
 */
export async function playLines(
  lines: readonly string[],
  { at = '2027-01-11T09:00', locale = 'de', coordinators = '' } = {},
): Promise<Played> {
  const dataDir = await copyTemplate();
  const config = loadConfig({
    env: { MITWIRK_DATA: dataDir, MITWIRK_LOCALE: locale, MITWIRK_COORDINATORS: coordinators },
  });
  const transcript: string[] = [];
  const problems: string[] = [];
  const errors: string[] = [];
  const clock = createStandingClock(momentOf(at, config.zone));
  const output = {
    print: (line: string) => void transcript.push(line),
    complain: (line: string) => void problems.push(line),
  };
  const log = createLog('error', (line) => errors.push(line));
  const open = async () => {
    const service = await openService({ config, clock, log });
    return { ...service, start: () => service.bot.start() };
  };
  const player = createPlayer({ open, clock, zone: config.zone, locale, print: output.print });
  try {
    await player.begin();
    const status = await playScript(player, 'script', lines, output);
    return { status, transcript: `${transcript.join('\n')}\n`, problem: problems.join('\n'), errors };
  } finally {
    await player.end();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Hashes cover random identities, so they differ from run to run; nothing else may. */
export function withoutHashes(transcript: string): string {
  return transcript.replaceAll(/\b(?=[0-9a-f]*\d)[0-9a-f]{12,64}\b/g, '(hash)');
}
