/** Stops the engine's alarm when the clock has gone back by weeks: a timer of it cannot wait that long, and would ring without end. */
import type { Pool } from 'pg';

/** An error lets the engine forget every alarm that is set; the next request sets its own. */
const FORGET = "do $$ begin raise exception 'alarms are forgotten' using errcode = 'query_canceled'; end $$";

/** What Node says when something is to wait longer than 2^31 ms, and then waits for 1 ms instead. */
const TOO_LONG = 'TimeoutOverflowWarning';

/** Gives the way to stop watching. */
export function silenceAlarm(pool: Pool): () => void {
  let forgetting = false;
  const heard = async ({ name }: Error) => {
    if (name !== TOO_LONG || forgetting) return;
    forgetting = true;
    await pool.query(FORGET).catch(() => undefined);
    forgetting = false;
  };
  process.on('warning', heard);
  return () => void process.off('warning', heard);
}
