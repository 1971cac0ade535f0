/** Looks whether the clock can be believed before due work is done, and keeps due work back where it cannot. */

import type { ProcessId } from '../domain/ids.ts';
import { type ClockDoubt, type Ending, isForsaken, isSameDoubt } from '../domain/time/clockDoubt.ts';
import { type Believed, type DatabaseTime, type Discord, discordOf } from '../domain/time/clockTrust.ts';
import { doubtClock } from '../features/clock/acts/doubt.ts';
import { settleDoubt } from '../features/clock/acts/settle.ts';
import type { Clock, MachineReading } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store, Tx } from '../ports/store.ts';
import { type Gate, OPEN } from './gate.ts';
import { inTurn } from './inTurn.ts';

/** One look: by which time due work is done, and what the clocks let through. */
export interface Look {
  readonly now: Date;
  readonly gate: Gate;
}

export interface ClockWatch {
  look(): Promise<Look>;
  /** Why due work of some process waited at the last look; null: none did. */
  doubt(): ClockDoubt | null;
}

/** How often it is kept when the clock was last believed, in milliseconds of a process's life. */
const KEEP_EVERY_MS = 5 * 60_000;

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

export function watchClock({ store, clock, log }: Ports): ClockWatch {
  const { reading } = clock;
  if (!reading) {
    return {
      look: async () => ({ now: clock.now(), gate: OPEN }),
      doubt: () => null,
    };
  }
  let believed: Believed | null | undefined;
  let doubt: ClockDoubt | null = null;
  let waiting = false;
  let keptAt = Number.NEGATIVE_INFINITY;

  async function look(): Promise<Look> {
    const { shown, database } = await store.look(async (tx) => {
      const told = await tx.clocks.read();
      const read = (reading as () => MachineReading)();
      if (believed === undefined) believed = await earlierLook(tx, read);
      return { shown: read, database: told };
    });
    const discord = discordOf(shown, believed ?? null, database);
    if (discord === null) return believe(shown, database);
    return hold(shown, discord, database);
  }

  async function believe(shown: MachineReading, database: DatabaseTime): Promise<Look> {
    if (doubt) await end(doubt, 'agreed', shown);
    believed = { kind: 'own', reading: shown };
    if (shown.monotonic - keptAt >= KEEP_EVERY_MS) await keep(shown, database);
    return lookOf(shown, null, shown.wall);
  }

  /** As long as some process has not confirmed what the clock shows, only the work of those that have is done. */
  async function hold(shown: MachineReading, discord: Discord, database: DatabaseTime): Promise<Look> {
    if (doubt && !isSameDoubt(doubt, shown.wall, discord)) await end(doubt, 'jumpedAgain', shown);
    const before = doubt;
    const held = await doubtClock(store, shown.wall, discord, database.now);
    doubt = held.doubt;
    if (before?.id !== doubt.id) log.warn('clock.doubted', described(doubt));
    waiting = held.waiting;
    const byDatabase = doubt.against === 'database' ? discord.expected : shown.wall;
    if (waiting) return lookOf(shown, doubt.confirmed, byDatabase);
    if (doubt.against !== 'database') {
      await end(doubt, 'confirmed', shown);
      believed = { kind: 'own', reading: shown };
    }
    return lookOf(shown, null, byDatabase);
  }

  async function end(ended: ClockDoubt, how: Ending, shown: MachineReading): Promise<void> {
    await settleDoubt(store, ended, how, nowOf(shown));
    log.info('clock.believed', { doubt: ended.id, because: how });
    doubt = null;
    waiting = false;
  }

  /** Doubts of processes that have ended are settled on the way: nobody else would. */
  async function keep(shown: MachineReading, database: DatabaseTime): Promise<void> {
    const forsaken = await store.transaction(async (tx) => {
      await tx.clocks.setSeen(shown);
      return (await tx.clocks.doubts()).filter((one) => isForsaken(one, database.now));
    });
    for (const one of forsaken) await settleDoubt(store, one, 'agreed', nowOf(shown));
    keptAt = shown.monotonic;
  }

  return { look: inTurn(look), doubt: () => (waiting ? doubt : null) };
}

/** Two processes of one machine, one after the other, compare with the same look; a doubt that was left open still counts. */
async function earlierLook(tx: Pick<Tx, 'clocks'>, { monotonic }: MachineReading): Promise<Believed | null> {
  const seen = await tx.clocks.seen();
  if (!seen) return null;
  const ahead = (await tx.clocks.doubts()).filter(
    ({ against, shown, expected }) => against === 'elapsed' && shown > expected,
  );
  const doubted = ahead.at(-1)?.shown.getTime() ?? null;
  return { kind: 'kept', seen, from: monotonic, doubted };
}

function lookOf(shown: MachineReading, processes: readonly ProcessId[] | null, database: number): Look {
  return { now: nowOf(shown), gate: { processes, database: new Date(database), real: shown.ahead === 0 } };
}

function nowOf({ wall, ahead }: MachineReading): Date {
  return new Date(wall + ahead);
}

function described({ id, against, shown, expected }: ClockDoubt) {
  return { doubt: id, against, shown: shown.toISOString(), expected: expected.toISOString() };
}
