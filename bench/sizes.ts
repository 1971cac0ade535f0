/** How much is measured: enough for steady medians by default, less when in a hurry. */

export interface Sizes {
  readonly repeats: number;
  /** Commands in a repeat, one at a time; twice as many with more in flight. */
  readonly commands: number;
  readonly ballots: number;
  readonly reminders: number;
  readonly starts: number;
}

export const USUAL: Sizes = { repeats: 3, commands: 60, ballots: 60, reminders: 10_000, starts: 3 };
export const QUICK: Sizes = { repeats: 2, commands: 16, ballots: 16, reminders: 10_000, starts: 1 };
