/** Runs wake-ups one after the other, whoever asks for them, and logs those that fail. */
import type { Log } from '../../src/ports/log.ts';
import { createLane } from '../kit/lanes.ts';

export interface OneAtATime {
  /** Runs after whatever is already waiting. @throws what the wake-up threw, once it is logged */
  run(): Promise<void>;
  /** Whether a run has begun since this was last asked. */
  hasRun(): boolean;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
}

export function oneAtATime(onWake: () => Promise<void>, log: Log): OneAtATime {
  const lane = createLane();
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
    run: () => lane(wake),
    hasRun() {
      const answer = begun;
      begun = false;
      return answer;
    },
    idle: () => lane(async () => {}),
  };
}
