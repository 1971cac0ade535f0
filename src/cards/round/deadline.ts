/** When a round ended. */
import type { Zone } from '../../domain/calendar.ts';
import { openUntil } from '../../domain/deadline.ts';
import type { InputRound } from '../../domain/inputRound.ts';
import type { Phrases } from '../../text/phrases.ts';
import { deadlineLeaf, instantLeaf } from '../date.ts';
import type { Inline } from '../model.ts';

/** The deadline as it was agreed, and to the minute only when somebody ended the round before it. */
export function endOf(say: Phrases, { deadline, closedAt }: InputRound, zone: Zone): Inline {
  const early = closedAt !== null && closedAt < openUntil(deadline, zone);
  return early ? instantLeaf(say, closedAt, zone) : deadlineLeaf(say, deadline);
}
