/** `/vote`: work results are put to the vote and decided by the steering group. */
import type { Family } from '../declaration.ts';
import { ballots, mine, retract } from './vote/ballots.ts';
import { looking } from './vote/looking.ts';
import { presiding } from './vote/presiding.ts';
import { seats } from './vote/seats.ts';

export const voteFamily: Family = {
  name: 'vote',
  bare: 'status',
  implied: null,
  // What most people need first, as lists that are cut or read halfway begin with it.
  commands: [...ballots, retract, mine, ...looking, ...presiding, ...seats],
};
