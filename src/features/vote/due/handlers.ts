/** What falls due in votes: reminders and the close. */

import type { DueHandler } from '../../../acting/dueHandler.ts';
import type { VoteId } from '../../../domain/ids.ts';
import { CATCH_UP_WINDOW_MS } from '../../../domain/time/due.ts';
import { lastOfEach } from '../../../domain/time/dueOrder.ts';
import { closeVote } from '../acts/close.ts';
import { remindVoters } from './remind.ts';

/** A close is never too late; a reminder older than the catch-up window is left out. */
export const voteDue: DueHandler = async (tx, process, items, now, database) => {
  for (const item of lastOfEach(items)) {
    const id = item.objectId as VoteId;
    const late = now.getTime() - item.at.getTime() > CATCH_UP_WINDOW_MS;
    if (item.kind === 'vote.close') await closeVote(tx, process, id, now, database);
    else if (late) continue;
    else if (item.kind === 'vote.halfTime') await remindVoters(tx, process, id, 'halfTime', now);
    else if (item.kind === 'vote.lastCall') await remindVoters(tx, process, id, 'lastCall', now);
  }
};
