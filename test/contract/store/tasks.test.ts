/** The contract of tasks, their history and comments. */
import { expect, test } from '@jest/globals';
import type { TaskId } from '../../../src/domain/ids.ts';
import { localDate } from '../../../src/domain/time/calendar.ts';
import { deadline, later, makeGroup, makePerson, makeScene, makeTask, start, storeSuite } from './scene.ts';

storeSuite('tasks', (transact) => {
  test('a new task is open and found as it was created', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);

      const task = await makeTask(tx, scene, 12, { due: deadline, assigneeId: scene.person.id });

      expect(task).toMatchObject({
        number: 12,
        state: 'open',
        due: deadline,
        createdAt: start,
        closedAt: null,
        closedBy: null,
      });
      expect(await tx.tasks.byId(task.id)).toEqual(task);
      expect(await tx.tasks.byNumber(scene.process.id, 12)).toEqual(task);
      expect(await tx.tasks.byNumber(scene.process.id, 13)).toBeNull();
      expect(await tx.tasks.byIds([task.id, 999_999 as TaskId])).toEqual([task]);
    });
  });

  test('two tasks of a process cannot have one number', async () => {
    const scene = await transact(async (tx) => {
      const made = await makeScene(tx);
      await makeTask(tx, made, 1);
      return made;
    });

    await expect(transact((tx) => makeTask(tx, scene, 1))).rejects.toThrow();
  });

  test('every character that people type comes back', async () => {
    await transact(async (tx) => {
      const text = `Bürger*innen & <!channel> @room <b>\\u0000 "' 🧑‍🤝‍🧑 ة`;

      const task = await makeTask(tx, await makeScene(tx), 1, { text });

      expect((await tx.tasks.byId(task.id))?.text).toBe(text);
    });
  });

  test('tasks are listed by due date, those without one last, then by number', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const due = (date: string) => ({ due: { date: localDate(date), time: null } });
      await makeTask(tx, scene, 4);
      await makeTask(tx, scene, 2, due('2026-12-31'));
      await makeTask(tx, scene, 3, due('2026-10-01'));
      await makeTask(tx, scene, 1, due('2026-12-31'));

      const listed = await tx.tasks.list(scene.process.id, {});

      expect(listed.map(({ number }) => number)).toEqual([3, 1, 2, 4]);
    });
  });

  test('every filter given must hold; the end of a span is not in it', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const other = { ...scene, group: await makeGroup(tx, scene.process.id) };
      const [a, b] = [await makePerson(tx), await makePerson(tx)];
      await makeTask(tx, scene, 1, { assigneeId: a.id, createdAt: later(10) });
      const second = await makeTask(tx, scene, 2, { assigneeId: a.id, createdAt: later(20) });
      await makeTask(tx, other, 3, { assigneeId: b.id, createdAt: later(10) });
      await tx.tasks.change(second.id, { state: 'done', closedAt: later(30), closedBy: a.id }, a.id, later(30));
      const numbers = async (filter: Parameters<typeof tx.tasks.list>[1]) =>
        (await tx.tasks.list(scene.process.id, filter)).map(({ number }) => number);

      expect(await numbers({ group: scene.group.id })).toEqual([1, 2]);
      expect(await numbers({ assignee: a.id })).toEqual([1, 2]);
      expect(await numbers({ state: 'open' })).toEqual([1, 3]);
      expect(await numbers({ assignee: a.id, state: 'open' })).toEqual([1]);
      expect(await numbers({ createdBetween: [later(10), later(20)] })).toEqual([1, 3]);
      expect(await numbers({ closedBetween: [later(30), later(31)] })).toEqual([2]);
      expect(await numbers({ closedBetween: [later(0), later(30)] })).toEqual([]);
    });
  });

  test('a change touches only what it names and keeps what was before', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const task = await makeTask(tx, scene, 1, { due: deadline });
      const { id: by } = scene.person;

      const first = await tx.tasks.change(task.id, { text: 'Neu', due: null }, by, later(1));
      const second = await tx.tasks.change(task.id, { assigneeId: by, acceptedAt: later(2) }, by, later(2));

      expect(first).toEqual({ ...task, text: 'Neu', due: null });
      expect(second).toEqual({ ...first, assigneeId: by, acceptedAt: later(2) });
      expect(await tx.tasks.byId(task.id)).toEqual(second);
      const changes = await tx.tasks.changes(task.id);
      expect(changes).toMatchObject([
        { taskId: task.id, at: later(2), by, undone: false, before: { text: 'Neu', assigneeId: null, due: null } },
        { at: later(1), undone: false, before: { text: task.text, due: deadline, state: 'open' } },
      ]);
    });
  });

  test('undoing goes back change by change and marks each as undone', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const { id: by } = scene.person;
      const task = await makeTask(tx, scene, 1, { due: deadline });
      const changed = await tx.tasks.change(task.id, { text: 'Neu', due: null }, by, later(1));
      await tx.tasks.change(task.id, { state: 'done', closedAt: later(2), closedBy: by }, by, later(2));
      const [newest, oldest] = await tx.tasks.changes(task.id);
      if (!newest || !oldest) throw new Error('the changes are missing');

      expect(await tx.tasks.undo(newest)).toEqual(changed);
      expect(await tx.tasks.undo(oldest)).toEqual(task);

      expect(await tx.tasks.lastChangeBy(scene.process.id, by, start)).toBeNull();
      expect((await tx.tasks.changes(task.id)).map(({ undone }) => undone)).toEqual([true, true]);
    });
  });

  test('the last change of a person is theirs, of this process, and not older than asked for', async () => {
    await transact(async (tx) => {
      const [here, there] = [await makeScene(tx), await makeScene(tx)];
      const [a, b] = [here.person.id, there.person.id];
      const task = await makeTask(tx, here, 1);
      const elsewhere = await makeTask(tx, there, 1);
      await tx.tasks.change(task.id, { text: 'von a' }, a, later(1));
      await tx.tasks.change(task.id, { text: 'von b' }, b, later(2));
      await tx.tasks.change(elsewhere.id, { text: 'dort' }, a, later(3));

      const last = (since: Date) => tx.tasks.lastChangeBy(here.process.id, a, since);

      expect(await last(later(1))).toMatchObject({ taskId: task.id, at: later(1), by: a });
      expect(await last(new Date(later(1).getTime() + 1))).toBeNull();
    });
  });

  test('changes at the same time all stand in the history, each with what the one before made', async () => {
    const { task, by } = await transact(async (tx) => {
      const scene = await makeScene(tx);
      return { task: await makeTask(tx, scene, 1, { text: '0' }), by: scene.person.id };
    });

    await Promise.all(
      ['1', '2', '3', '4', '5'].map((text) => transact((tx) => tx.tasks.change(task.id, { text }, by, later(1)))),
    );

    const changes = await transact((tx) => tx.tasks.changes(task.id));
    expect(new Set(changes.map(({ before }) => before.text)).size).toBe(5);
    expect(changes.at(-1)?.before.text).toBe('0');
  });

  test('comments stay in the order in which they were written', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const { id: taskId } = await makeTask(tx, scene, 1);
      const comments = ['zuerst', 'danach'].map((text) => ({ taskId, at: later(1), by: scene.person.id, text }));

      for (const comment of comments) await tx.tasks.comment(comment);

      expect((await tx.tasks.file(taskId))?.comments).toEqual(comments);
    });
  });
});
