/** `/task`: who does what by when. */
import type { Family } from '../../grammar/declaration.ts';
import { accept, assign, comment, decline, done, drop, due, reopen, snooze } from './commands/change.ts';
import { add, undo } from './commands/create.ts';
import { list, show } from './commands/look.ts';

export const taskFamily: Family = {
  name: 'task',
  bare: 'list',
  implied: null,
  onMessage: 'add',
  commands: [add, list, show, done, accept, decline, assign, due, snooze, comment, reopen, drop, undo],
};
