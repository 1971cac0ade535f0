/** `npm run doctor`: examines configuration, store, queue, platforms and encryption, and says what to do about each finding. */
import { ConfigError } from '../../config/configError.ts';
import { loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/schema.ts';
import { createRunningClock } from './clock.ts';
import { type Finding, fine, note, printed, problem } from './doctor/finding.ts';
import { examineMatrix } from './doctor/matrix.ts';
import { examineQueue, examineStore } from './doctor/store.ts';
import { createLog } from './log.ts';
import { matrixConfigOf } from './matrixConfig.ts';
import { slackConfigOf } from './slackConfig.ts';

/** Exit status 0: nothing stands in the way; 1: something does. */
export async function doctor(): Promise<number> {
  let problems = 0;
  for await (const finding of examinations()) {
    if (finding.state === 'problem') problems += 1;
    console.log(printed(finding));
  }
  console.log(
    problems === 0 ? '\nNothing stands in the way.' : `\n${problems} ${problems === 1 ? 'problem' : 'problems'}.`,
  );
  return problems === 0 ? 0 : 1;
}

async function* examinations(): AsyncGenerator<Finding> {
  const config = configuration();
  if (config instanceof ConfigError) {
    yield problem(config.message, 'Put that right; config/mitwirk.example.yaml describes every setting.');
    return;
  }
  yield fine('The configuration can be read.');
  const log = createLog('error');
  yield* await examineStore(config, log, createRunningClock().now());
  yield await examineQueue(config, log);
  yield* slack(config);
  yield* await examineMatrix(config);
}

function configuration(): Config | ConfigError {
  try {
    const config = loadConfig();
    slackConfigOf(config);
    matrixConfigOf(config);
    return config;
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

function slack(config: Config): readonly Finding[] {
  if (slackConfigOf(config) === null)
    return [note('Slack is not configured.', 'See adapters/slack/README.md if you want to use it.')];
  return [fine('Slack is configured; its tokens are checked when Mitwirk starts.')];
}
