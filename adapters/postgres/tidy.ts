/** Deletes what was only needed for delivery and is past its time, and requests that nobody can answer any more. */
import { GUESSES_COUNT_MS, LONGEST_WAIT_MS } from '../../src/domain/link/linkRequest.ts';
import { DELIVERED_KEPT_MS, EVENTS_KEPT_MS, QUESTIONS_KEPT_MS } from '../../src/domain/process/retention.ts';
import type { Db } from './tables/tables.ts';

export async function tidy(db: Db, now: Date): Promise<void> {
  const before = (keptMs: number) => new Date(now.getTime() - keptMs);
  await db.deleteFrom('mitwirk.events').where('begun_at', '<', before(EVENTS_KEPT_MS)).execute();
  await db.deleteFrom('mitwirk.questions').where('asked_at', '<', before(QUESTIONS_KEPT_MS)).execute();
  await db
    .deleteFrom('mitwirk.outbox')
    .where('state', '<>', 'waiting')
    .where('next_at', '<', before(DELIVERED_KEPT_MS))
    .execute();
  await db.deleteFrom('mitwirk.link_requests').where('since', '<', before(LONGEST_WAIT_MS)).execute();
  await db.deleteFrom('mitwirk.link_guesses').where('guessed_at', '<', before(GUESSES_COUNT_MS)).execute();
}
