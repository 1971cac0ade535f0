/** One after the other per channel, at the pace Slack allows. */

/** https://docs.slack.dev/apis/web-api/rate-limits: about one message a second in each channel. */
export const MESSAGE_PACE_MS = 1_050;

export interface Pace {
  /** Waits for the channel's turn. */
  turn(channel: string): Promise<void>;
}

export function createPace(intervalMs: number): Pace {
  /** When the next one may go; channels nobody waits for are not kept. */
  const free = new Map<string, Promise<void>>();
  const rest = () => new Promise<void>((resolve) => void setTimeout(resolve, intervalMs).unref());
  return {
    async turn(channel) {
      const before = free.get(channel) ?? Promise.resolve();
      const after = before.then(rest);
      free.set(channel, after);
      void after.then(() => {
        if (free.get(channel) === after) free.delete(channel);
      });
      await before;
    },
  };
}
