/** `/task add` and `/task undo`. */
import { createdCard, undoneCard } from '../../../cards/task/answers.ts';
import { inGroup, inProcess, voiceFor } from '../../../usecases/caller.ts';
import { addTasks } from '../../../usecases/tasks/add.ts';
import { processToday } from '../../../usecases/tasks/deadline.ts';
import { undoLast } from '../../../usecases/tasks/undo.ts';
import { dateAfter } from '../../args/dates.ts';
import { people } from '../../args/people.ts';
import { text } from '../../args/text.ts';
import { command } from '../../declaration.ts';

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
