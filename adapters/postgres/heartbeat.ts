/** Keeps this replica known as alive, so that nobody takes what it holds, and takes up the work of those that died. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../src/ports/log.ts';
import { connect } from './connection.ts';
import type { Database } from './database/database.ts';
import { allHeard, beat, leave, takeOver } from './replicas.ts';

const BEAT_MS = 2_000;

export interface Heartbeat {
  /** Calls back whenever others died and what they held may be taken up; by then it can be. */
  start(onBuried: () => void): Promise<void>;
  /** Waits until nothing is held by the dead: a clock that stands still must not move on before what they were saying is said. */
  allHeard(): Promise<void>;
  /** Leaves; to be called when nothing is held any more. */
  stop(): Promise<void>;
}

/** @param replica the id of this process, unlike any other's */
export function createHeartbeat(database: Database, replica: string, log: Log): Heartbeat {
  return database.kind === 'embedded' ? alone(database) : amongOthers(database, replica, log);
}

/** The lock on its directory lets one process in at a time: whoever held something before is dead. */
function alone({ pool }: Database): Heartbeat {
  return { start: () => takeOver(connect(pool)), async allHeard() {}, async stop() {} };
}

/** On connections of its own, so that it goes on while all others are busy. */
function amongOthers(database: Database, replica: string, log: Log): Heartbeat {
  const db = connect(database.poolFor('mitwirk'));
  const stopped = new AbortController();
  let beating: Promise<void> = Promise.resolve();

  async function keepBeating(onBuried: () => void): Promise<void> {
    let heard = true;
    for (;;) {
      await sleep(BEAT_MS, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
      if (stopped.signal.aborted) return;
      try {
        if (await beat(db, replica)) {
          log.warn('another replica has died; its work is taken up');
          onBuried();
        }
        heard = true;
      } catch (error) {
        if (heard) log.error('the heartbeat does not reach the database', error);
        heard = false;
      }
    }
  }

  return {
    async start(onBuried) {
      await beat(db, replica);
      beating = keepBeating(onBuried);
    },
    async allHeard() {
      while (!stopped.signal.aborted && !(await allHeard(db, replica))) await sleep(BEAT_MS / 8);
    },
    async stop() {
      stopped.abort();
      await beating;
      // Not told, because the database is away, the others find out by the silence.
      await leave(db, replica).catch(() => undefined);
    },
  };
}
