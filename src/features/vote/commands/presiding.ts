/** What chair and coordination do: open a vote, extend it, withdraw it, call a second time, open again what a wrong clock closed. */

import { type Caller, inProcess, voiceFor } from '../../../acting/caller.ts';
import { shortId } from '../../../domain/labels.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import { PROFILE_NAMES } from '../../../domain/vote/profileName.ts';
import { dateAfter, dateRest } from '../../../grammar/args/dates.ts';
import { reason } from '../../../grammar/args/reason.ts';
import { ref } from '../../../grammar/args/refs.ts';
import { choice, flag } from '../../../grammar/args/words.ts';
import { command } from '../../../grammar/declaration.ts';
import type { Card } from '../../../message/model.ts';
import type { Tx } from '../../../ports/store.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { extendVote } from '../acts/extend.ts';
import { openVote } from '../acts/open.ts';
import { reopenVote } from '../acts/reopen.ts';
import { callAgain } from '../acts/secondCall.ts';
import { withdrawVote } from '../acts/withdraw.ts';
import { extendedCard, openedCard, reopenedAnswer, withdrawnCard } from '../cards/notices.ts';
import { voteMeant } from '../read/meant.ts';

/** The acts ask who chairs the steering group, so that it works from every room. */
const base = { family: 'vote', who: 'chair', where: 'process' } as const;

const open = command({
  ...base,
  verb: 'open',
  effect: 'changes',
  args: {
    result: ref('result'),
    until: dateAfter('until'),
    rule: choice(PROFILE_NAMES, { prefix: 'profile', keyword: 'rule', optional: true }),
    secret: flag('secret'),
  },
  async run(tx, caller, { result, until, rule, secret }) {
    const vote = await openVote(tx, inProcess(caller), { result, deadline: until, profile: rule, secret });
    return unlessInRoom(tx, caller, vote, (say) => openedCard(say, vote));
  },
});

const secondCall = command({
  ...base,
  verb: 'second-call',
  effect: 'changes',
  args: { vote: ref('vote'), until: dateAfter('until') },
  async run(tx, caller, args) {
    const vote = await callAgain(tx, inProcess(caller), args.vote, args.until);
    return unlessInRoom(tx, caller, vote, (say) => openedCard(say, vote));
  },
});

const extend = command({
  ...base,
  verb: 'extend',
  effect: 'changes',
  args: { vote: ref('vote', { optional: true }), date: dateRest() },
  async run(tx, caller, args) {
    const vote = await extendVote(tx, inProcess(caller), args.vote, args.date);
    return unlessInRoom(tx, caller, vote, (say) => extendedCard(say, vote));
  },
});

const withdraw = command({
  ...base,
  verb: 'withdraw',
  effect: 'ends',
  args: { vote: ref('vote', { optional: true, beforeText: true }), reason: reason() },
  async asks(tx, caller, args) {
    const { vote } = await voteMeant(tx, inProcess(caller), args.vote);
    return voiceFor(caller).line('vote.askWithdraw', { id: shortId('vote', vote.number) });
  },
  async run(tx, caller, args) {
    const vote = await withdrawVote(tx, inProcess(caller), args.vote, args.reason);
    return unlessInRoom(tx, caller, vote, (say) => withdrawnCard(say, vote, args.reason));
  },
});

const reopen = command({
  ...base,
  verb: 'reopen',
  effect: 'changes',
  args: { vote: ref('vote'), until: dateAfter('until') },
  async run(tx, caller, args) {
    const vote = await reopenVote(tx, inProcess(caller), args.vote, args.until);
    return unlessInRoom(tx, caller, vote, (say) => reopenedAnswer(say, vote));
  },
});

export const presiding = [open, extend, withdraw, secondCall, reopen];

/** In the steering room the post there is answer enough. */
async function unlessInRoom(
  tx: Pick<Tx, 'groups'>,
  caller: Caller,
  vote: AdoptionVote,
  card: (say: Phrases) => Card,
): Promise<Card | null> {
  const steering = await tx.groups.byId(vote.groupId);
  return steering?.roomId === caller.room.id ? null : card(voiceFor(caller));
}
