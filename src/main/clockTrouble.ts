/** Tells operators that a clock is not believed, and what to do. */
import type { ClockDoubt } from '../domain/time/clockDoubt.ts';

const SOURCE = {
  database: 'the clock of the database',
  elapsed: 'the time that has passed since it was last right',
  before: 'the last time it was right',
} as const;

export function clockTrouble({ against, shown, expected }: ClockDoubt): string {
  const says = `The clock of this machine said ${shown.toISOString()} where ${SOURCE[against]} gave ${expected.toISOString()}.`;
  const todo = 'Set the clock right (NTP), or have the coordinators press the button in the message they got.';
  return `${says} Closing and reminding wait. ${todo}`;
}
