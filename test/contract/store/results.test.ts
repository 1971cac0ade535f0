/** The contract of work results, their versions and links. */
import { expect, test } from '@jest/globals';
import { later, makeGroup, makePerson, makeResult, makeScene, start, storeSuite } from './scene.ts';

storeSuite('results', (transact) => {
  test('a new result is a draft in its first version, found as it was created', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);

      const result = await makeResult(tx, scene, 4);

      expect(result).toMatchObject({ number: 4, version: 1, state: 'draft', submittedAt: null, settledAt: null });
      expect(await tx.results.byId(result.id)).toEqual(result);
      expect(await tx.results.byNumber(scene.process.id, 4)).toEqual(result);
      expect(await tx.results.byNumber(scene.process.id, 5)).toBeNull();
    });
  });

  test('every edit makes a version, and all are kept', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const editor = await makePerson(tx);
      const result = await makeResult(tx, scene, 1);

      const edited = await tx.results.edit(result.id, 'Neuer Titel', 'Neuer Text', editor.id, later(5));

      expect(edited).toEqual({ ...result, title: 'Neuer Titel', text: 'Neuer Text', version: 2 });
      expect(await tx.results.versions(result.id)).toEqual([
        { resultId: result.id, version: 1, title: result.title, text: result.text, at: start, by: scene.person.id },
        { resultId: result.id, version: 2, title: 'Neuer Titel', text: 'Neuer Text', at: later(5), by: editor.id },
      ]);
    });
  });

  test('a change touches only what it names', async () => {
    await transact(async (tx) => {
      const result = await makeResult(tx, await makeScene(tx), 1);

      await tx.results.update(result.id, { state: 'submitted', submittedAt: later(1) });
      await tx.results.update(result.id, { state: 'adopted', settledAt: later(2) });
      await tx.results.update(result.id, {});

      const changed = { ...result, state: 'adopted', submittedAt: later(1), settledAt: later(2) };
      expect(await tx.results.byId(result.id)).toEqual(changed);
    });
  });

  test('results are listed by number; every filter given must hold', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const other = { ...scene, group: await makeGroup(tx, scene.process.id) };
      await makeResult(tx, other, 3);
      const submitted = await makeResult(tx, scene, 2);
      await makeResult(tx, scene, 1);
      await tx.results.update(submitted.id, { state: 'submitted', submittedAt: later(1) });
      const numbers = async (filter: Parameters<typeof tx.results.list>[1]) =>
        (await tx.results.list(scene.process.id, filter)).map(({ number }) => number);

      expect(await numbers({})).toEqual([1, 2, 3]);
      expect(await numbers({ group: scene.group.id })).toEqual([1, 2]);
      expect(await numbers({ state: 'draft' })).toEqual([1, 3]);
      expect(await numbers({ group: scene.group.id, state: 'submitted' })).toEqual([2]);
    });
  });

  test('a link is made once and seen from both ends', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const [measure, goal, finding] = [
        await makeResult(tx, scene, 1),
        await makeResult(tx, scene, 2),
        await makeResult(tx, scene, 3),
      ];

      expect(await tx.results.link(measure.id, finding.id)).toBe(true);
      expect(await tx.results.link(measure.id, goal.id)).toBe(true);
      expect(await tx.results.link(measure.id, goal.id)).toBe(false);

      expect(await tx.results.linksFrom(measure.id)).toEqual([goal, finding]);
      expect(await tx.results.linksTo(goal.id)).toEqual([measure]);
      expect(await tx.results.linksFrom(goal.id)).toEqual([]);
    });
  });
});
