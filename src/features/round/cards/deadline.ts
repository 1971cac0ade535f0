/** When a round ended. */

import { deadlineLeaf, instantLeaf } from '../../../cards/date.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import type { Zone } from '../../../domain/time/calendar.ts';
import { openUntil } from '../../../domain/time/deadline.ts';
import type { Inline } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';

/** The deadline as it was agreed, and to the minute only when somebody ended the round before it. */
export function endOf(say: Phrases, { deadline, closedAt }: InputRound, zone: Zone): Inline {
  const early = closedAt !== null && closedAt < openUntil(deadline, zone);
  return early ? instantLeaf(say, closedAt, zone) : deadlineLeaf(say, deadline);
}
