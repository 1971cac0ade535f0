/** Whether a machine's clock can be believed: compared with counters that nobody sets and with the database's clock. */

/** Clocks that are further apart than this, in milliseconds, do not merely drift: 1 h. */
export const APART_MS = 3_600_000;

/** One look at a machine's clock and at what counts beside it, in milliseconds. */
export interface ClockReading {
  /** What the machine's clock shows, since 1970. */
  readonly wall: number;
  /** Rises while this process lives; on some systems not while the machine sleeps. */
  readonly monotonic: number;
  /** How long the machine has been up; its sleep counts where the system counts it, as Linux does. */
  readonly uptime: number;
  /** Names this start of the machine; null where the system does not. */
  readonly boot: string | null;
}

/** What the database says of itself. */
export interface DatabaseTime {
  readonly now: Date;
  /** It runs on the machine of whoever asks, as far as addresses tell: its clock is the same and proves nothing. */
  readonly here: boolean;
  /** The start of its machine, where it may tell. */
  readonly boot: string | null;
}

/** The last look that could be believed, as it is kept over a restart. */
export type SeenTime = Omit<ClockReading, 'monotonic'>;

/** What a new look is compared with: one of this process, or one of an earlier process. */
export type Believed =
  | { readonly kind: 'own'; readonly reading: ClockReading }
  | {
      readonly kind: 'kept';
      readonly seen: SeenTime;
      /** `monotonic` when it was read. */
      readonly from: number;
      /** What the clock showed when an earlier process ceased to believe it, ahead of what was expected; null: it did not. */
      readonly doubted: number | null;
    };

/** `database`: against the database's clock; `elapsed`: against what has passed; `before`: against a time that was already. */
export const AGAINST = ['database', 'elapsed', 'before'] as const;

export type Against = (typeof AGAINST)[number];

export interface Discord {
  readonly against: Against;
  /** What the clock should show, in milliseconds since 1970. */
  readonly expected: number;
}

/**
 * Null: the clock can be believed. Two that agree are enough: the database's clock where it is another one, or any of the
 * counters. A database that disagrees always counts, whichever machine it says it is on.
 */
export function discordOf(reading: ClockReading, believed: Believed | null, database: DatabaseTime): Discord | null {
  const other = database.now.getTime();
  if (isApart(reading.wall, other)) return { against: 'database', expected: other };
  if (believed === null || isOtherClock(reading, database)) return null;
  return believed.kind === 'own' ? sinceOwn(reading, believed.reading) : sinceKept(reading, believed);
}

export function isApart(one: number, other: number): boolean {
  return Math.abs(one - other) > APART_MS;
}

function isOtherClock({ boot }: ClockReading, database: DatabaseTime): boolean {
  return !database.here && (database.boot === null || database.boot !== boot);
}

function sinceOwn(reading: ClockReading, before: ClockReading): Discord | null {
  // Up first: it counts what the machine has slept through.
  return against(reading.wall, [
    before.wall + reading.uptime - before.uptime,
    before.wall + reading.monotonic - before.monotonic,
  ]);
}

/** After a new start of the machine nothing has counted: then only a time that was already, or that was doubted, is one too many. */
function sinceKept(reading: ClockReading, { seen, from, doubted }: Believed & { kind: 'kept' }): Discord | null {
  const up = reading.uptime - seen.uptime;
  if (seen.boot !== null && seen.boot === reading.boot && up >= 0) return against(reading.wall, [seen.wall + up]);
  const expected = seen.wall + reading.monotonic - from;
  if (reading.wall < seen.wall - APART_MS) return { against: 'before', expected };
  if (doubted !== null && reading.wall > doubted - APART_MS) return { against: 'elapsed', expected };
  return null;
}

/** `expected`: what the clock should show by each counter, the best first. */
function against(wall: number, expected: readonly [number, ...number[]]): Discord | null {
  return expected.every((one) => isApart(wall, one)) ? { against: 'elapsed', expected: expected[0] } : null;
}
