/** `/vote`: work results are put to the vote and decided by the steering group. */
import type { Family } from '../../grammar/declaration.ts';
import { ballots, mine, retract } from './commands/ballots.ts';
import { looking } from './commands/looking.ts';
import { presiding } from './commands/presiding.ts';
import { seats } from './commands/seats.ts';

export const voteFamily: Family = {
  name: 'vote',
  bare: 'status',
  implied: null,
  // What most people need first, as lists that are cut or read halfway begin with it.
  commands: [...ballots, retract, mine, ...looking, ...presiding, ...seats],
};
