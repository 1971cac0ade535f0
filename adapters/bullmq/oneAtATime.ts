/** Runs wake-ups one after the other, whoever asks for them, and logs those that fail. */
import type { Log } from '../../src/ports/log.ts';

export interface OneAtATime {
  /** Runs after whatever is already waiting. @throws what the wake-up threw, once it is logged */
  run(): Promise<void>;
  /** Whether a run has begun since this was last asked. */
  hasRun(): boolean;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
}

export function oneAtATime(onWake: () => Promise<void>, log: Log): OneAtATime {
  let last: Promise<void> = Promise.resolve();
  let begun = false;
  const wake = async () => {
    begun = true;
    try {
      await onWake();
    } catch (error) {
      log.error('wake.failed', error);
      throw error;
    }
  };
  return {
    run() {
      const running = last.then(wake);
      last = running.catch(() => {});
      return running;
    },
    hasRun() {
      const answer = begun;
      begun = false;
      return answer;
    },
    idle: () => last,
  };
}
