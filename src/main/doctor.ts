/** `npm run doctor`: examines configuration, store, queue, platforms and encryption, and says what to do about each finding. */
import { ConfigError } from '../../config/configError.ts';
import { loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/schema.ts';
import { type Finding, fine, problem } from '../ports/finding.ts';
import { createRunningClock } from './clock.ts';
import { printed } from './doctor/finding.ts';
import { examinePage } from './doctor/page.ts';
import { examineQueue, examineStore } from './doctor/store.ts';
import { STATUS, statusLines } from './examination.ts';
import { createLog } from './log.ts';
import { readOptions } from './options.ts';
import { examineAllPlatforms, isConnected } from './platforms.ts';
import { explain } from './startError.ts';
import { UsageError } from './usageError.ts';

const USAGE = `Usage: npm run doctor
Examines configuration, store, queue, platforms and encryption, and says what to do about each finding.
${statusLines('nothing stands in the way', 'something does')}`;

/** Exit status: see {@link STATUS}; of several that fit, the first of problem, unknown, nothing. */
export async function doctor(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { help: { type: 'boolean' } }, USAGE);
  if (positionals.length > 0) throw new UsageError(USAGE);
  if (values.help) {
    console.log(USAGE);
    return STATUS.fine;
  }
  try {
    return await examineAll();
  } catch (error) {
    explain(error);
    return STATUS.unknown;
  }
}

async function examineAll(): Promise<number> {
  const found = { fine: 0, note: 0, nothing: 0, unknown: 0, problem: 0 };
  for await (const finding of examinations()) {
    found[finding.state] += 1;
    console.log(printed(finding));
  }
  console.log(`\n${verdictOf(found)}`);
  if (found.problem > 0) return STATUS.finding;
  if (found.unknown > 0) return STATUS.unknown;
  return found.nothing > 0 ? STATUS.nothing : STATUS.fine;
}

function verdictOf({ problem, unknown }: Readonly<Record<Finding['state'], number>>): string {
  if (problem > 0) return `${problem} ${problem === 1 ? 'problem' : 'problems'}.`;
  return unknown > 0 ? 'Not everything could be examined.' : 'Nothing stands in the way.';
}

async function* examinations(): AsyncGenerator<Finding> {
  const config = configuration();
  if (config instanceof ConfigError) {
    yield problem(config.message, 'Put that right; config/mitwirk.example.yaml describes every setting.');
    return;
  }
  yield fine('The configuration can be read.');
  yield* examinePage(config);
  const log = createLog('error');
  yield* await examineStore(config, log, createRunningClock().now());
  yield await examineQueue(config, log);
  yield* await examineAllPlatforms(config);
}

function configuration(): Config | ConfigError {
  try {
    const config = loadConfig();
    isConnected(config);
    return config;
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}
