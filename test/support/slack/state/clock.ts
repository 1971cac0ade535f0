/** The time at Slack: the machine's, and as much later as a test wants. */
export interface SlackClock {
  /** Milliseconds since 1970. */
  now(): number;
  advance(ms: number): void;
}

export function createClock(): SlackClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
