/** Contributions are taken, changed and withdrawn until the round ends, by the clock and not by when the bot closed it. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { roundId } from '../../../domain/labels.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import { closesAt } from '../../../domain/time/deadline.ts';
import { plainText } from '../../../message/plain.ts';
import type { Tx } from '../../../ports/store.ts';
import { phrases } from '../../../text/phrases.ts';
import { endOf } from '../cards/deadline.ts';

/**
 * The round as it is now. It stays so until the transaction ends: nothing is added to a summary that has been posted.
 * @throws Refusal `round.closed`, naming when it ended; `round.none` when it is gone
 */
export async function lockOpen(
  tx: Pick<Tx, 'rounds'>,
  caller: ProcessCaller,
  { id }: Pick<InputRound, 'id'>,
): Promise<InputRound> {
  const round = (await tx.rounds.lock(id)) ?? refuse('round.none');
  const { zone } = caller.process;
  if (round.state === 'open' && caller.now < closesAt(round.deadline, zone)) return round;
  return refuse('round.closed', { id: roundId(round), at: plainText([endOf(phrases(caller.locale), round, zone)]) });
}
