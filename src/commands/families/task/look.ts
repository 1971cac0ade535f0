/** `/task list` and `/task show`. */
import { listCard } from '../../../cards/task/listCard.ts';
import { taskCard } from '../../../cards/task/taskCard.ts';
import { inProcess, voiceFor } from '../../../usecases/caller.ts';
import { namesOf } from '../../../usecases/names.ts';
import { processToday } from '../../../usecases/tasks/deadline.ts';
import { taskMeant } from '../../../usecases/tasks/find.ts';
import { groupNamed, LISTS, listTasks } from '../../../usecases/tasks/list.ts';
import { taskView } from '../../../usecases/tasks/view.ts';
import { ref } from '../../args/refs.ts';
import { title } from '../../args/text.ts';
import { choice } from '../../args/words.ts';
import { command } from '../../declaration.ts';

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
    return taskCard(voiceFor(caller), await taskView(tx, known.process, task, caller.now));
  },
});
