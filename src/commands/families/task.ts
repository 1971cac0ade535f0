/** `/task`: who does what by when. */
import type { Family } from '../declaration.ts';
import { accept, assign, comment, decline, done, drop, due, reopen, snooze } from './task/change.ts';
import { add, undo } from './task/create.ts';
import { list, show } from './task/look.ts';

export const taskFamily: Family = {
  name: 'task',
  bare: 'list',
  implied: null,
  onMessage: 'add',
  commands: [add, list, show, done, accept, decline, assign, due, snooze, comment, reopen, drop, undo],
};
