/** Examines the store and what wakes the bot. */
import { openRedisBackend } from '../../../adapters/bullmq/redisBackend.ts';
import { openDatabase } from '../../../adapters/postgres/database/open.ts';
import { migrate } from '../../../adapters/postgres/migrate.ts';
import { createStore } from '../../../adapters/postgres/store.ts';
import type { Config } from '../../../config/schema.ts';
import { Refusal } from '../../domain/failure.ts';
import type { Log } from '../../ports/log.ts';
import { translate } from '../../text/catalogue.ts';
import { type Finding, fine, note, problem } from './finding.ts';

/** The locked directory of a bot that is running is no fault; everything else that keeps the store shut is. */
export async function examineStore({ store }: Config, log: Log, now: Date): Promise<readonly Finding[]> {
  const place = store.databaseUrl === undefined ? `the embedded store in ${store.dataDir}` : 'the PostgreSQL server';
  try {
    const database = await openDatabase({ url: store.databaseUrl ?? null, dataDir: store.dataDir, log });
    try {
      await migrate(database.pool);
      return [fine(`${place} answers and is up to date.`), ...(await examineContents(createStore(database.pool), now))];
    } finally {
      await database.close();
    }
  } catch (error) {
    return [shut(place, error)];
  }
}

function shut(place: string, error: unknown): Finding {
  if (!(error instanceof Refusal))
    return problem(`${place} cannot be opened: ${String(error)}`, 'See the log of the database.');
  const why = translate('en', `failure.${error.failure.code}`, error.failure.params);
  if (error.failure.code === 'database.locked') {
    return note(
      `${place} is in use, which is as it should be while Mitwirk runs.`,
      'Stop Mitwirk to have its contents examined.',
    );
  }
  return problem(why, 'Put that right and start the examination again.');
}

async function examineContents(store: ReturnType<typeof createStore>, now: Date): Promise<readonly Finding[]> {
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
    return [
      fine(`${processes.length} active processes.`),
      ...lost,
      ...(waiting ? [note('Messages wait to be sent.', 'They leave when Mitwirk is started.')] : []),
    ];
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
    const why =
      error instanceof Refusal ? translate('en', `failure.${error.failure.code}`, error.failure.params) : String(error);
    return problem(why, 'Start Redis, or leave store.redisUrl out: one process does not need it.');
  }
}
