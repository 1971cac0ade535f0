/** Contributions are taken, changed and withdrawn until the round ends, by the clock and not by when the bot closed it. */

import { plainText } from '../../cards/plain.ts';
import { endOf } from '../../cards/round/deadline.ts';
import { roundId } from '../../cards/round/label.ts';
import { closesAt } from '../../domain/deadline.ts';
import { refuse } from '../../domain/failure.ts';
import type { InputRound } from '../../domain/inputRound.ts';
import type { Tx } from '../../ports/store.ts';
import { phrases } from '../../text/phrases.ts';
import type { ProcessCaller } from '../caller.ts';

/**
 * The round as it is now. It stays so until the transaction ends: nothing is added to a summary that has been posted.
 * @throws Refusal `round.closed`, naming when it ended
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
