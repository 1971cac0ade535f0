/** The verbs with which a ballot is cast, one per choice and all alike, or taken back, and what is recorded for oneself. */

import { inProcess, voiceFor } from '../../../acting/caller.ts';
import type { Choice } from '../../../domain/vote/choice.ts';
import { reason } from '../../../grammar/args/reason.ts';
import { ref } from '../../../grammar/args/refs.ts';
import { choice as oneOf } from '../../../grammar/args/words.ts';
import { command } from '../../../grammar/declaration.ts';
import { type CastResult, castBallot } from '../acts/cast.ts';
import { retractBallot } from '../acts/retract.ts';
import { ownBallotCard, receiptCard, retractedCard } from '../cards/receipt.ts';
import { ownBallot } from '../read/mine.ts';

const CHOICES = ['yes', 'no', 'abstain', 'concern', 'objection'] as const satisfies readonly Choice[];

export const ballots = CHOICES.map((choice) =>
  command({
    family: 'vote',
    verb: choice,
    effect: 'changes',
    args: { vote: ref('vote', { optional: true }), reason: reason() },
    who: 'roll',
    where: 'process',
    async run(tx, caller, args) {
      const cast = await castBallot(tx, inProcess(caller), { ...args, choice });
      return receiptCard(voiceFor(caller), cast.vote, cast.ballot, howOf(cast));
    },
  }),
);

function howOf({ earlier, repeated }: CastResult) {
  if (repeated) return 'same';
  return earlier ? 'changed' : 'recorded';
}

export const retract = command({
  family: 'vote',
  verb: 'retract',
  effect: 'changes',
  args: { vote: ref('vote', { optional: true }), choice: oneOf(CHOICES, { prefix: 'vote', optional: true }) },
  who: 'roll',
  where: 'process',
  async run(tx, caller, args) {
    const { vote, ballot } = await retractBallot(tx, inProcess(caller), args);
    return retractedCard(voiceFor(caller), vote, ballot);
  },
});

export const mine = command({
  family: 'vote',
  verb: 'mine',
  effect: 'reads',
  args: { vote: ref('vote', { optional: true }) },
  who: 'roll',
  where: 'process',
  async run(tx, caller, { vote }) {
    return ownBallotCard(voiceFor(caller), await ownBallot(tx, inProcess(caller), vote));
  },
});
