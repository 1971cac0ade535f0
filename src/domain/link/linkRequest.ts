/** The steps of linking two accounts, and how long each of them waits. */

/** The code is shown; somebody typed it; they confirmed and the first side is asked; both confirmed and others are asked. */
export const LINK_STEPS = ['shown', 'typed', 'offered', 'confirmed'] as const;

export type LinkStep = (typeof LINK_STEPS)[number];

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Those who confirm sit in front of both accounts; those who agree are asked in the middle of their work. */
const WAITS_MS: Readonly<Record<LinkStep, number>> = {
  shown: 15 * MINUTE_MS,
  typed: 15 * MINUTE_MS,
  offered: 15 * MINUTE_MS,
  confirmed: 7 * DAY_MS,
};

export const LONGEST_WAIT_MS = Math.max(...Object.values(WAITS_MS));

interface Stepping {
  readonly step: LinkStep;
  /** When the step was reached. */
  readonly since: Date;
}

/** The last instant at which the next step can be taken. */
export function lastsUntil({ step, since }: Stepping): Date {
  return new Date(since.getTime() + WAITS_MS[step]);
}

export function isCurrent(request: Stepping, now: Date): boolean {
  return now <= lastsUntil(request);
}

/** So many wrong codes from one person within so many milliseconds; then none is tried for them until the first is that old. */
export const MAX_GUESSES = 5;
export const GUESSES_COUNT_MS = 15 * MINUTE_MS;
