/** What a server does in the background and the embedded engine never does by itself: checkpoints and vacuuming. */
import type { Pool } from 'pg';
import type { Log } from '../../../src/ports/log.ts';
import { createLane } from '../../kit/lanes.ts';
import { tryWriting } from '../writing.ts';

/** Without a checkpoint the log grows for ever, and the start after a crash has to replay all of it. */
const checkpointAfterBytes = 32 * 1024 * 1024;
const minute = 60_000;
/** Vacuum soon after the start, for the planner's statistics, then every six hours. In minutes. */
const vacuumEvery = 360;
const vacuumFirst = 2;

async function checkpointWhenDue(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ due: boolean }>(
    'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn) > $1 as due from pg_control_checkpoint()',
    [checkpointAfterBytes],
  );
  if (!rows[0]?.due) return;
  // On a full disk a checkpoint ends the engine; without one, what is there can still be read.
  await tryWriting(pool);
  await pool.query('checkpoint');
}

export interface Housekeeping {
  /** One minute's work; for tests, otherwise called by the timer. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** Works on the pool like any other client, so it takes its turn between transactions. */
export function keepHouse(pool: Pool, log: Log | undefined): Housekeeping {
  let minutes = 0;
  const lane = createLane();
  const work = async () => {
    minutes += 1;
    try {
      await checkpointWhenDue(pool);
      // Plans are kept with their statements, and may have been made when a table was still small.
      await pool.query('discard plans');
      if (minutes % vacuumEvery === vacuumFirst) await pool.query('vacuum (analyze)');
    } catch (error) {
      log?.error('database.housekeeping', error);
    }
  };
  const tick = () => lane(work);
  const timer = setInterval(tick, minute).unref();
  return {
    tick,
    stop() {
      clearInterval(timer);
      return lane(async () => {});
    },
  };
}
