/** Contributions are taken, changed and withdrawn until the round ends, by the clock and not by when the bot closed it. */
import { endText } from '../../cards/round/deadline.ts';
import { roundId } from '../../cards/round/label.ts';
import { closesAt } from '../../domain/deadline.ts';
import { refuse } from '../../domain/failure.ts';
import type { InputRound } from '../../domain/inputRound.ts';
import type { ProcessCaller } from '../caller.ts';

/** @throws Refusal `round.closed`, naming when it ended */
export function requireOpen(caller: ProcessCaller, round: InputRound): void {
  const end = round.closedAt ?? closesAt(round.deadline, caller.process.zone);
  if (round.state === 'open' && caller.now < end) return;
  refuse('round.closed', { id: roundId(round), at: endText(caller.locale, round, caller.process.zone) });
}
