/** What is wrong with a running bot, in words for operators: they stand at `/healthz`. */
import type { Writing } from '../../adapters/postgres/writing.ts';
import type { App } from '../app.ts';
import type { Platform } from '../ports/platform.ts';
import type { Scheduler } from '../ports/scheduler.ts';
import { type Store, StoreUnavailable } from '../ports/store.ts';
import { clockTrouble } from './clockTrouble.ts';

interface Parts {
  readonly writing: Writing;
  readonly bot: Pick<App, 'clockDoubt'>;
  readonly scheduler: Pick<Scheduler, 'away'>;
  /** Where the queue is; undefined: in the database. */
  readonly redisUrl: string | undefined;
  readonly platforms: readonly Pick<Platform, 'trouble'>[];
}

/** In sentences, each with what to do about it; none: all is well. */
export async function findTrouble(parts: Parts): Promise<readonly string[]> {
  const { writing, scheduler, redisUrl, platforms } = parts;
  const stored = (await writing.trouble()) ?? (await clockTroubleOf(parts));
  // Kept in the database, the queue is away with it, and that is said already.
  const queue = scheduler.away && !(stored && redisUrl === undefined) ? queueTrouble(redisUrl) : null;
  const told = [stored, queue, ...platforms.map(({ trouble }) => trouble && asSentence(trouble))];
  return told.filter((trouble) => typeof trouble === 'string');
}

/** The clock is held against the database's: what hinders that is told instead. */
async function clockTroubleOf({ bot, writing }: Pick<Parts, 'bot' | 'writing'>): Promise<string | null> {
  try {
    const doubt = await bot.clockDoubt();
    return doubt && clockTrouble(doubt);
  } catch {
    writing.doubt();
    return writing.trouble();
  }
}

function queueTrouble(redisUrl: string | undefined): string {
  return redisUrl === undefined
    ? 'The queue in the database does not answer, and what is due comes up to half a minute late. See the log.'
    : 'Redis does not answer, and what is due comes up to half a minute late. See whether it runs, and REDIS_URL.';
}

/** Platforms say it in the words of the log. */
function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`;
}

/** What could not be written is told, so that nobody takes an earlier success for the present state. */
export function doubting(store: Store, writing: Pick<Writing, 'doubt'>): Store {
  return {
    ...store,
    async transaction(work) {
      try {
        return await store.transaction(work);
      } catch (error) {
        if (error instanceof StoreUnavailable) writing.doubt();
        throw error;
      }
    },
  };
}
