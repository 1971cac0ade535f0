/** `npm run audit -- verify`: checks the hash chain of every process. */
import { loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/schema.ts';
import { verifyChain } from '../domain/audit/auditChain.ts';
import { STATUS, statusLines } from './examination.ts';
import { createLog } from './log.ts';
import {
  contentsOf,
  hindranceOf,
  lookAtStore,
  PENDING_TODO,
  pendingOf,
  type Seen,
  type SeenStore,
} from './lookAtStore.ts';
import { readOptions } from './options.ts';
import { explain } from './startError.ts';
import { UsageError } from './usageError.ts';

const USAGE = `Usage: npm run audit -- verify [--data DIR]
Checks that the log of every process is unchanged, in the configured store or in the embedded one in DIR.
${statusLines('the log of every process is sound', 'the log of a process is broken, and where')}`;

/** Exit status: see {@link STATUS}. */
export async function audit(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { data: { type: 'string' }, help: { type: 'boolean' } }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return STATUS.fine;
  }
  if (positionals.join(' ') !== 'verify') throw new UsageError(USAGE);
  try {
    const { store } = loadConfig();
    const settings = values.data === undefined ? store : { dataDir: values.data };
    return await lookAtStore(settings, createLog('error'), (seen) => verify(seen, settings));
  } catch (error) {
    explain(error);
    return STATUS.unknown;
  }
}

async function verify(seen: Seen, settings: Config['store']): Promise<number> {
  if (seen.state === 'there') return verifyAll(seen, settings);
  console.log(hindranceOf(seen, settings));
  if (seen.state === 'nothing') return STATUS.nothing;
  if (seen.state === 'locked') console.log('Cannot tell from here: ask it with /mitwirk audit, or stop it first.');
  return STATUS.unknown;
}

/** The last line says what was looked at. */
async function verifyAll({ survey, store }: SeenStore, settings: Config['store']): Promise<number> {
  let sound = true;
  for (const { id, name } of survey.processes) {
    const head = await store.transaction((tx) => tx.audit.head(id));
    const entries = await store.transaction((tx) => tx.audit.entries(id));
    const verdict = verifyChain(id, entries, head);
    sound &&= verdict.ok;
    console.log(
      verdict.ok
        ? `${name}: sound, ${entries.length} entries, head ${verdict.head}`
        : `${name}: BROKEN at entry ${verdict.sequence}`,
    );
  }
  if (survey.pending.length > 0)
    console.log(`${pendingOf(survey)}. The log can be checked all the same. ${PENDING_TODO}`);
  if (survey.processes.length === 0) console.log('Nothing found: no process has been set up.');
  console.log(contentsOf(survey, settings));
  if (survey.processes.length === 0) return STATUS.nothing;
  return sound ? STATUS.fine : STATUS.finding;
}
