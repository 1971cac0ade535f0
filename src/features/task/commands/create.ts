/** `/task add` and `/task undo`. */

import { inGroup, inProcess, voiceFor } from '../../../acting/caller.ts';
import { dateAfter } from '../../../grammar/args/dates.ts';
import { people } from '../../../grammar/args/people.ts';
import { text } from '../../../grammar/args/text.ts';
import { command } from '../../../grammar/declaration.ts';
import { addTasks } from '../acts/add.ts';
import { undoLast } from '../acts/undo.ts';
import { createdCard, undoneCard } from '../cards/answers.ts';
import { processToday } from '../read/deadline.ts';

export const add = command({
  family: 'task',
  verb: 'add',
  effect: 'changes',
  args: { text: text(), who: people({ optional: true }), by: dateAfter('by') },
  who: 'member',
  where: 'group',
  async run(tx, caller, { text: words, who, by }) {
    const known = inGroup(caller);
    const tasks = await addTasks(tx, known, { text: words, people: who, due: by });
    const seen = caller.room.id === known.group.roomId;
    return seen ? null : createdCard(voiceFor(caller), tasks, known.group.name);
  },
});

export const undo = command({
  family: 'task',
  verb: 'undo',
  effect: 'changes',
  args: {},
  who: 'participant',
  where: 'process',
  async run(tx, caller) {
    const known = inProcess(caller);
    return undoneCard(voiceFor(caller), await undoLast(tx, known), { today: processToday(known) });
  },
});
