/** Looking at votes: one card, how far they are, all of them. */

import { inProcess, voiceFor } from '../../../acting/caller.ts';
import { ref } from '../../../grammar/args/refs.ts';
import { command } from '../../../grammar/declaration.ts';
import { voteListCard, voteStatusCard } from '../cards/list.ts';
import { voteCard } from '../cards/voteCard.ts';
import { showVote, statusOf } from '../read/show.ts';

const base = { family: 'vote', who: 'participant', where: 'process' } as const;

const show = command({
  ...base,
  verb: 'show',
  effect: 'reads',
  args: { vote: ref('vote', { optional: true }) },
  async run(tx, caller, { vote }) {
    return voteCard(voiceFor(caller), await showVote(tx, inProcess(caller), vote), 'quiet');
  },
});

const status = command({
  ...base,
  verb: 'status',
  effect: 'reads',
  args: { vote: ref('vote', { optional: true }) },
  async run(tx, caller, { vote }) {
    return voteStatusCard(voiceFor(caller), await statusOf(tx, inProcess(caller), vote));
  },
});

const list = command({
  ...base,
  verb: 'list',
  effect: 'reads',
  args: {},
  async run(tx, caller) {
    return voteListCard(voiceFor(caller), await tx.votes.ofProcess(inProcess(caller).process.id));
  },
});

export const looking = [status, show, list];
