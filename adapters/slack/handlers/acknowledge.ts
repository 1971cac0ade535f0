/** Tells Slack that an event has arrived, before anything else is asked or done. */
import type { Log } from '../../../src/ports/log.ts';

/** Handling goes on even if Slack has hung up: this copy may be the only one. */
export async function acknowledge(ack: () => Promise<void>, log: Log): Promise<void> {
  try {
    await ack();
  } catch (error) {
    log.warn('slack had hung up before it was answered', {
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}
