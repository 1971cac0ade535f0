/** `/task list` and `/task show`. */

import { inProcess, voiceFor } from '../../../acting/caller.ts';
import { namesOf } from '../../../acting/names.ts';
import { ref } from '../../../grammar/args/refs.ts';
import { title } from '../../../grammar/args/text.ts';
import { choice } from '../../../grammar/args/words.ts';
import { command } from '../../../grammar/declaration.ts';
import { listCard } from '../cards/listCard.ts';
import { taskCard } from '../cards/taskCard.ts';
import { processToday } from '../read/deadline.ts';
import { groupNamed, LISTS, listTasks } from '../read/list.ts';
import { taskMeant } from '../read/meant.ts';
import { taskFile, taskView } from '../read/view.ts';

/** Without a word: what is open in the room; in a direct chat the person's own. */
export const list = command({
  family: 'task',
  verb: 'list',
  effect: 'reads',
  args: {
    which: choice(LISTS, { prefix: 'list', optional: true }),
    group: title({ optional: true, greedy: true }),
  },
  who: 'participant',
  where: 'process',
  async run(tx, caller, args) {
    const known = inProcess(caller);
    const direct = caller.room.kind === 'direct';
    const which = args.which ?? (direct && args.group === '' ? 'mine' : 'open');
    const here = direct || which === 'mine' ? null : caller.group;
    const group = args.group === '' ? here : await groupNamed(tx, known, args.group);
    const tasks = await listTasks(tx, known, which, group);
    return listCard(voiceFor(caller), {
      which,
      group: group?.name ?? null,
      tasks,
      names: await namesOf(
        tx,
        tasks.map((task) => task.assigneeId),
      ),
      now: caller.now,
      today: processToday(known),
      zone: known.process.zone,
      withAssignee: which !== 'mine',
    });
  },
});

export const show = command({
  family: 'task',
  verb: 'show',
  effect: 'reads',
  args: { task: ref('task', { optional: true }) },
  who: 'participant',
  where: 'process',
  async run(tx, caller, args) {
    const known = inProcess(caller);
    const task = await taskMeant(tx, known, args.task, { state: 'open' });
    return taskCard(voiceFor(caller), await taskView(tx, known.process, await taskFile(tx, task), caller.now));
  },
});
