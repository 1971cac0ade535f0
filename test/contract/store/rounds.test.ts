/** The contract of input rounds and contributions. */
import { expect, test } from '@jest/globals';
import type { RoundId } from '../../../src/domain/ids.ts';
import { localDate } from '../../../src/domain/time/calendar.ts';
import type { Tx } from '../../../src/ports/store.ts';
import { deadline, later, makeGroup, makePerson, makeScene, start, storeSuite } from './scene.ts';

type Scene = Awaited<ReturnType<typeof makeScene>>;

function makeRound(tx: Tx, scene: Scene, number: number) {
  return tx.rounds.create({
    processId: scene.process.id,
    groupId: scene.group.id,
    number,
    question: 'Was fehlt?',
    anonymity: 'named',
    deadline,
    openedBy: scene.person.id,
    openedAt: start,
  });
}

function contribute(tx: Tx, scene: Scene, roundId: RoundId, text: string) {
  const personId = scene.person.id;
  return tx.rounds.contribute({ roundId, personId, behalfOf: null, kind: 'education', text, createdAt: later(1) });
}

storeSuite('rounds', (transact) => {
  test('a new round is open and found as it was created', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);

      const round = await makeRound(tx, scene, 2);

      expect(round).toMatchObject({ number: 2, state: 'open', deadline, anonymity: 'named', closedAt: null });
      expect(await tx.rounds.byId(round.id)).toEqual(round);
      expect(await tx.rounds.byNumber(scene.process.id, 2)).toEqual(round);
      expect(await tx.rounds.byNumber(scene.process.id, 3)).toBeNull();
      expect(await tx.rounds.lock(round.id)).toEqual(round);
      expect(await tx.rounds.lock(999_999 as RoundId)).toBeNull();
    });
  });

  test('a locked round is changed by one at a time, so that it closes once', async () => {
    const round = await transact(async (tx) => makeRound(tx, await makeScene(tx), 1));
    const close = () =>
      transact(async (tx) => {
        const locked = await tx.rounds.lock(round.id);
        if (locked?.state !== 'open') return 'too late';
        await new Promise((done) => setTimeout(done, 20));
        await tx.rounds.update(round.id, { state: 'closed', closedAt: later(1) });
        return 'closed';
      });

    const outcomes = await Promise.all([close(), close(), close()]);

    expect(outcomes.toSorted()).toEqual(['closed', 'too late', 'too late']);
  });

  test('rounds of a process come newest first; the open ones of a group are its own', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const other = { ...scene, group: await makeGroup(tx, scene.process.id) };
      const closed = await makeRound(tx, scene, 1);
      const open = await makeRound(tx, scene, 2);
      await makeRound(tx, other, 3);
      await tx.rounds.update(closed.id, { state: 'closed', closedAt: later(9) });

      expect((await tx.rounds.ofProcess(scene.process.id)).map(({ number }) => number)).toEqual([3, 2, 1]);
      expect(await tx.rounds.openIn(scene.group.id)).toEqual([open]);
    });
  });

  test('a change touches only what it names', async () => {
    await transact(async (tx) => {
      const round = await makeRound(tx, await makeScene(tx), 1);
      const moved = { date: localDate('2026-11-01'), time: null };

      await tx.rounds.update(round.id, { deadline: moved });
      await tx.rounds.update(round.id, { state: 'closed', closedAt: later(5) });
      await tx.rounds.update(round.id, {});

      const changed = { ...round, deadline: moved, state: 'closed', closedAt: later(5) };
      expect(await tx.rounds.byId(round.id)).toEqual(changed);
    });
  });

  test('contributions are numbered within their round', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const [one, two] = [await makeRound(tx, scene, 1), await makeRound(tx, scene, 2)];

      const first = await contribute(tx, scene, one.id, 'a');
      const second = await contribute(tx, scene, one.id, 'b');
      const elsewhere = await contribute(tx, scene, two.id, 'c');

      expect([first.number, second.number, elsewhere.number]).toEqual([1, 2, 1]);
      expect(await tx.rounds.contributions(one.id)).toEqual([first, second]);
      expect(await tx.rounds.contribution(one.id, 2)).toEqual(second);
      expect(await tx.rounds.contribution(one.id, 3)).toBeNull();
      expect(first).toMatchObject({ kind: 'education', text: 'a', editedAt: null, withdrawnAt: null });
    });
  });

  test('contributions at the same time get numbers without gap or repetition', async () => {
    const scene = await transact(async (tx) => {
      const made = await makeScene(tx);
      return { ...made, round: await makeRound(tx, made, 1) };
    });

    const made = await Promise.all(
      Array.from({ length: 8 }, () => transact((tx) => contribute(tx, scene, scene.round.id, 'x'))),
    );

    expect(made.map(({ number }) => number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('a contribution can be edited and withdrawn, and still stands in its round', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const round = await makeRound(tx, scene, 1);
      const contribution = await contribute(tx, scene, round.id, 'alt');

      await tx.rounds.updateContribution(contribution.id, { text: 'neu', editedAt: later(2) });
      await tx.rounds.updateContribution(contribution.id, { withdrawnAt: later(3) });

      const changed = { ...contribution, text: 'neu', editedAt: later(2), withdrawnAt: later(3) };
      expect(await tx.rounds.contributions(round.id)).toEqual([changed]);
    });
  });

  test('what a person contributed in the process comes newest first, and keeps its text when they are erased', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const other = { ...scene, person: await makePerson(tx) };
      const elsewhere = { ...(await makeScene(tx)), person: scene.person };
      const round = await makeRound(tx, scene, 1);
      const first = await contribute(tx, scene, round.id, 'a');
      await contribute(tx, other, round.id, 'b');
      const third = await contribute(tx, scene, round.id, 'c');
      await contribute(tx, elsewhere, (await makeRound(tx, elsewhere, 1)).id, 'd');

      await tx.people.erase(scene.person.id, later(9));

      expect(await tx.rounds.contributionsOf(scene.process.id, scene.person.id)).toEqual([third, first]);
    });
  });
});
