/** One after the other per channel, at the pace Slack allows. */
import { setTimeout as sleep } from 'node:timers/promises';

/** https://docs.slack.dev/apis/web-api/rate-limits: about one message a second in each channel. */
export const MESSAGE_PACE_MS = 1_050;

export interface Pace {
  /** Waits for the channel's turn. */
  turn(channel: string): Promise<void>;
}

export function createPace(intervalMs: number): Pace {
  const free = new Map<string, Promise<unknown>>();
  return {
    async turn(channel) {
      const before = free.get(channel);
      const after = (before ?? Promise.resolve()).then(() => sleep(intervalMs, undefined, { ref: false }));
      free.set(channel, after);
      void after.then(() => {
        if (free.get(channel) === after) free.delete(channel);
      });
      await before;
    },
  };
}
