/** Examines the store and what wakes the bot. */
import { openRedisBackend } from '../../../adapters/bullmq/redisBackend.ts';
import type { Config } from '../../../config/schema.ts';
import { Refusal } from '../../domain/failure.ts';
import { isApart } from '../../domain/time/clockTrust.ts';
import { type Finding, fine, note, nothing, problem, unknown } from '../../ports/finding.ts';
import type { Log } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import { spoken } from '../../text/catalogue.ts';
import { refusalMessage } from '../../text/messages.ts';
import { contentsOf, hindranceOf, lookAtStore, PENDING_TODO, pendingOf, type SeenStore } from '../lookAtStore.ts';
import { isConnected, platformKinds } from '../platforms.ts';

/** The locked directory of a bot that is running is no fault. */
export function examineStore(config: Config, log: Log, now: Date): Promise<readonly Finding[]> {
  const { store } = config;
  return lookAtStore(store, log, async (seen): Promise<readonly Finding[]> => {
    if (seen.state === 'there') return examineContents(seen, config, now);
    const what = hindranceOf(seen, store);
    switch (seen.state) {
      case 'nothing':
        return [nothing(what, 'The first start makes it. If there should be one, check MITWIRK_DATA or DATABASE_URL.')];
      case 'locked':
        return [note(what, 'That is as it should be. Stop it to have the contents examined.')];
      case 'unknown':
        return [unknown(what, 'Put that right and start the examination again.')];
      default:
        return seen satisfies never;
    }
  });
}

/** Messages can be asked about only where the store is up to date. */
async function examineContents(seen: SeenStore, config: Config, now: Date): Promise<readonly Finding[]> {
  const { survey, store } = seen;
  const found = fine(contentsOf(survey, config.store));
  if (survey.pending.length > 0) return [found, problem(`${pendingOf(survey)}.`, PENDING_TODO)];
  return [
    found,
    ...(await examinePlatforms(seen, config)),
    ...(await examineClock(store, now)),
    ...(await examineMessages(store, now)),
  ];
}

/** Settings that are missing from this start, a forgotten `.env` for example, leave people unheard. */
async function examinePlatforms(seen: SeenStore, config: Config): Promise<readonly Finding[]> {
  if (isConnected(config) || !(await seen.knowsPlatforms())) return [];
  return [
    problem(
      'A chat platform has been connected to the store, and none is configured: nobody there is heard, and the local page stays off.',
      `Put the settings of ${platformKinds.map(({ title }) => title).join(' or ')} back; if the store is meant to go on with the page alone, set local.enabled (MITWIRK_LOCAL) to true.`,
    ),
  ];
}

async function examineClock(store: Store, now: Date): Promise<readonly Finding[]> {
  const [database, doubts] = await store.look(async (tx) => [await tx.clocks.now(), await tx.clocks.doubts()]);
  const todo = 'Set the clock right (NTP). Until then nothing is closed and nobody is reminded.';
  if (isApart(now.getTime(), database.getTime())) {
    const shown = `The clock of this machine shows ${now.toISOString()}, that of the database ${database.toISOString()}.`;
    return [problem(shown, todo)];
  }
  return doubts.length === 0 ? [] : [problem('The clock of a machine that runs Mitwirk is not believed.', todo)];
}

async function examineMessages(store: Store, now: Date): Promise<readonly Finding[]> {
  return store.transaction(async (tx) => {
    const processes = await tx.processes.active();
    const next = await tx.outbox.next();
    const since = new Date(now.getTime() - 7 * 24 * 60 * 60_000);
    const lost: Finding[] = [];
    for (const process of processes) {
      const count = await tx.outbox.undeliverable(process.id, since);
      if (count > 0) {
        lost.push(
          note(
            `${process.name}: ${count} messages could not be delivered in the last seven days.`,
            'The log says why.',
          ),
        );
      }
    }
    const waiting = next !== null && next <= now;
    return [...lost, ...(waiting ? [note('Messages wait to be sent.', 'They leave when Mitwirk is started.')] : [])];
  });
}

export async function examineQueue({ store }: Config, log: Log): Promise<Finding> {
  if (store.redisUrl === undefined) return fine('The queue is kept in the store; nothing else is needed.');
  try {
    const warnings: string[] = [];
    const backend = await openRedisBackend(store.redisUrl, { ...log, warn: (event) => void warnings.push(event) });
    await backend.close();
    if (warnings.length === 0) return fine('Redis answers.');
    return note('Redis throws keys away when its memory runs short.', 'Set maxmemory-policy to noeviction.');
  } catch (error) {
    const why = error instanceof Refusal ? spoken('en', refusalMessage(error.failure)) : String(error);
    return problem(why, 'Start Redis, or leave store.redisUrl out: one process does not need it.');
  }
}
