/** A refusal that keeps, for the operator's log, what the machine said. */
import { type Failure, Refusal } from '../../../src/domain/failure.ts';

export function because(cause: unknown, failure: Failure): Refusal {
  return Object.assign(new Refusal(failure), { cause });
}
