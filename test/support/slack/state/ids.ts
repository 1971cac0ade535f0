/** Ids and timestamps in the form Slack gives them. */
import type { SlackClock } from './clock.ts';

export interface Ids {
  /** `U`, `C`, `D`, `B`, `V`, `F`, `Ev` …; never the same twice. */
  next(prefix: string): string;
  /** A message's id in its channel: seconds and a part that makes it unique, always increasing. */
  ts(): string;
  secret(): string;
}

export function createIds(clock: SlackClock): Ids {
  let count = 0;
  let last = 0;
  const number = () => {
    count += 1;
    return count;
  };
  return {
    next: (prefix) => `${prefix}0${number().toString(36).toUpperCase().padStart(8, 'M')}`,
    ts: () => {
      last = Math.max(last + 1, clock.now() * 1000);
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
    secret: () => `${number()}.${number()}.${(number() * 2_654_435_761).toString(16).padStart(12, '0')}`,
  };
}
