/** The contract of adoption votes, their roll and ballots. */
import { expect, test } from '@jest/globals';
import type { PersonId, VoteId } from '../../../src/domain/ids.ts';
import { localDate } from '../../../src/domain/time/calendar.ts';
import type { Decision } from '../../../src/domain/vote/adoptionVote.ts';
import type { Choice } from '../../../src/domain/vote/choice.ts';
import { outcomeOf } from '../../../src/domain/vote/outcome.ts';
import { PROFILES } from '../../../src/domain/vote/profile.ts';
import { tally } from '../../../src/domain/vote/tally.ts';
import type { Tx } from '../../../src/ports/store.ts';
import { deadline, later, makePerson, makeScene, makeVote, storeSuite } from './scene.ts';

/** With null as its choice the act takes the ballot before back. */
function cast(tx: Tx, voteId: VoteId, holderId: PersonId, choice: Choice | null = 'yes') {
  const textHash = 'a'.repeat(64);
  return tx.votes.cast({ voteId, holderId, castBy: holderId, choice, reason: null, textHash, at: later(1) });
}

storeSuite('votes', (transact) => {
  test('a new vote is open and found as it was created, rule and all', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);

      const vote = await makeVote(tx, scene, 3);

      expect(vote).toMatchObject({ state: 'open', deadline, closedAt: null, decision: null, extended: false });
      expect(vote.rule).toEqual(PROFILES['zwei-drittel']);
      expect(await tx.votes.byId(vote.id)).toEqual(vote);
      expect(await tx.votes.byNumber(scene.process.id, 3)).toEqual(vote);
      expect(await tx.votes.byNumber(scene.process.id, 4)).toBeNull();
    });
  });

  test('its file is what is read of it one by one', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const people = [await makePerson(tx), await makePerson(tx), await makePerson(tx)];
      const vote = await makeVote(
        tx,
        scene,
        3,
        people.map(({ id }) => id),
      );
      const [a, b, c] = people.map(({ id }) => id);
      if (a === undefined || b === undefined || c === undefined) throw new Error('There are three');
      await cast(tx, vote.id, b);
      await cast(tx, vote.id, a);
      await tx.votes.updateSeat(vote.id, c, { recused: { by: a, at: later(5) } });
      await tx.votes.update(vote.id, { state: 'closed', closedAt: later(9), closedAtDatabase: later(8) });

      const file = await tx.votes.file(vote.id);

      expect(file).toEqual({
        vote: await tx.votes.byId(vote.id),
        seats: await tx.votes.seats(vote.id),
        acts: await tx.votes.ballots(vote.id),
        result: await tx.results.byId(vote.resultId),
        from: scene.group.name,
        serves: await tx.results.linksFrom(vote.resultId),
        people: new Map(people.map((person) => [person.id, person])),
      });
      expect(file?.acts).toHaveLength(2);
      expect(await tx.votes.fileOf(scene.process.id, 3)).toEqual(file);
      expect(await tx.votes.fileOf(scene.process.id, 4)).toBeNull();
      expect(await tx.votes.file(999_999 as VoteId)).toBeNull();
      expect(await tx.votes.openFiles(scene.process.id)).toEqual([]);
    });
  });

  test('the open ones come oldest first', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const first = await makeVote(tx, scene, 3);
      const other = await makeVote(tx, await makeScene(tx), 1);

      expect((await tx.votes.openFiles(scene.process.id)).map(({ vote }) => vote)).toEqual([first]);
      expect((await tx.votes.openFiles(other.processId)).map(({ vote }) => vote)).toEqual([other]);
    });
  });

  test('the roll keeps the order of the list', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const [a, b] = [await makePerson(tx), await makePerson(tx)];

      const vote = await makeVote(tx, scene, 1, [b.id, a.id]);

      const seat = { voteId: vote.id, kind: 'administration', recused: null, deputyId: null };
      expect(await tx.votes.seats(vote.id)).toEqual([
        { ...seat, holderId: b.id, chair: true },
        { ...seat, holderId: a.id, chair: false },
      ]);
    });
  });

  test('a recusal and a deputy are set and taken back without touching each other', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const [holder, deputy] = [await makePerson(tx), await makePerson(tx)];
      const { id } = await makeVote(tx, scene, 1, [holder.id]);
      const recused = { by: scene.person.id, at: later(2) };
      const seat = async () => (await tx.votes.seats(id))[0];

      await tx.votes.updateSeat(id, holder.id, { deputyId: deputy.id });
      await tx.votes.updateSeat(id, holder.id, { recused });
      expect(await seat()).toMatchObject({ recused, deputyId: deputy.id });

      await tx.votes.updateSeat(id, holder.id, { deputyId: null });
      expect(await seat()).toMatchObject({ recused, deputyId: null });

      await tx.votes.updateSeat(id, holder.id, { recused: null });
      await tx.votes.updateSeat(id, holder.id, {});
      expect(await seat()).toMatchObject({ recused: null, deputyId: null });
    });
  });

  test('open votes are found by group and by result, and the newest of the process first', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const [closed, open] = [await makeVote(tx, scene, 1), await makeVote(tx, scene, 2)];
      await tx.votes.update(closed.id, { state: 'closed', closedAt: later(5) });

      expect((await tx.votes.ofProcess(scene.process.id)).map(({ id }) => id)).toEqual([open.id, closed.id]);
      expect(await tx.votes.openIn(scene.group.id)).toEqual([open]);
      expect(await tx.votes.openOn(open.resultId)).toEqual(open);
      expect(await tx.votes.openOn(closed.resultId)).toBeNull();
    });
  });

  test('closing keeps the decision as it was taken, and a change touches only what it names', async () => {
    await transact(async (tx) => {
      const vote = await makeVote(tx, await makeScene(tx), 1);
      const counted = tally([], []);
      const outcome = outcomeOf(counted, vote.rule);
      const decision: Decision = { outcome, tally: counted, resolution: { number: 3, year: 2027 } };
      const moved = { date: localDate('2026-12-01'), time: null };

      await tx.votes.update(vote.id, { deadline: moved, extended: true });
      await tx.votes.update(vote.id, { state: 'closed', closedAt: later(7), decision });
      await tx.votes.update(vote.id, {});

      const changed = { ...vote, deadline: moved, extended: true, state: 'closed', closedAt: later(7), decision };
      expect(await tx.votes.byId(vote.id)).toEqual(changed);
    });
  });

  test('all acts of casting are kept in their sequence', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const [a, b] = [await makePerson(tx), await makePerson(tx)];
      const vote = await makeVote(tx, scene, 1, [a.id, b.id]);

      const ballots = [
        await cast(tx, vote.id, a.id, 'yes'),
        await cast(tx, vote.id, b.id, 'abstain'),
        await cast(tx, vote.id, a.id, 'no'),
      ];

      expect(ballots.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
      expect(await tx.votes.ballots(vote.id)).toEqual(ballots);
      expect(ballots[2]).toMatchObject({ holderId: a.id, castBy: a.id, choice: 'no', reason: null, at: later(1) });
    });
  });

  test('a ballot taken back is an act in the same sequence, and keeps the ones before', async () => {
    await transact(async (tx) => {
      const scene = await makeScene(tx);
      const holder = await makePerson(tx);
      const vote = await makeVote(tx, scene, 1, [holder.id]);

      const acts = [
        await cast(tx, vote.id, holder.id, 'yes'),
        await cast(tx, vote.id, holder.id, null),
        await cast(tx, vote.id, holder.id, 'no'),
      ];

      expect(acts.map(({ sequence, choice }) => [sequence, choice])).toEqual([
        [1, 'yes'],
        [2, null],
        [3, 'no'],
      ]);
      expect(await tx.votes.ballots(vote.id)).toEqual(acts);
    });
  });

  test('nobody casts a ballot for a seat that is not on the roll', async () => {
    const { scene, vote } = await transact(async (tx) => {
      const made = await makeScene(tx);
      return { scene: made, vote: await makeVote(tx, made, 1) };
    });

    await expect(transact((tx) => cast(tx, vote.id, scene.person.id))).rejects.toThrow();
  });

  test('ballots at the same time are all kept, each with its own sequence', async () => {
    const { vote, holders } = await transact(async (tx) => {
      const people = [];
      for (let i = 0; i < 8; i += 1) people.push((await makePerson(tx)).id);
      return { vote: await makeVote(tx, await makeScene(tx), 1, people), holders: people };
    });

    await Promise.all(holders.map((holder) => transact((tx) => cast(tx, vote.id, holder))));

    const ballots = await transact((tx) => tx.votes.ballots(vote.id));
    expect(ballots.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(ballots.map(({ holderId }) => holderId))).toEqual(new Set(holders));
  });

  test('with its process locked a vote is changed by one at a time, so that it closes once', async () => {
    const vote = await transact(async (tx) => makeVote(tx, await makeScene(tx), 1));
    const close = () =>
      transact(async (tx) => {
        await tx.processes.lock(vote.processId);
        if ((await tx.votes.file(vote.id))?.vote.state !== 'open') return 'too late';
        await new Promise((done) => setTimeout(done, 20));
        await tx.votes.update(vote.id, { state: 'closed', closedAt: later(1) });
        return 'closed';
      });

    const outcomes = await Promise.all([close(), close(), close()]);

    expect(outcomes.toSorted()).toEqual(['closed', 'too late', 'too late']);
  });

  test('one result is put to one open vote at a time', async () => {
    const { vote } = await transact(async (tx) => ({ vote: await makeVote(tx, await makeScene(tx), 1) }));

    const again = transact((tx) => tx.votes.create({ ...vote, number: 2 }, []));

    await expect(again).rejects.toThrow();
  });
});

storeSuite('votes that wait for a person', (transact) => {
  async function opened(tx: Tx) {
    const scene = await makeScene(tx);
    const [holder, deputy, other] = [await makePerson(tx), await makePerson(tx), await makePerson(tx)];
    const vote = await makeVote(tx, scene, 1, [holder.id, other.id]);
    const waits = async (person: PersonId) => {
      const votes = await tx.votes.waitingFor(scene.process.id, person);
      return votes.some(({ id }) => id === vote.id);
    };
    return { scene, vote, holder: holder.id, deputy: deputy.id, other: other.id, waits };
  }

  test('it waits for the holder of a seat until a ballot is cast for it', async () => {
    await transact(async (tx) => {
      const { vote, holder, deputy, other, waits } = await opened(tx);
      expect([await waits(holder), await waits(other), await waits(deputy)]).toEqual([true, true, false]);

      await cast(tx, vote.id, holder);

      expect([await waits(holder), await waits(other)]).toEqual([false, true]);
    });
  });

  test('it waits again once the ballot is taken back, until another one is cast', async () => {
    await transact(async (tx) => {
      const { vote, holder, other, waits } = await opened(tx);
      await cast(tx, vote.id, holder);
      await cast(tx, vote.id, other);

      await cast(tx, vote.id, holder, null);
      expect([await waits(holder), await waits(other)]).toEqual([true, false]);

      await cast(tx, vote.id, holder, 'no');
      expect(await waits(holder)).toBe(false);
    });
  });

  test('it waits for the deputy instead of the holder whose absence is declared', async () => {
    await transact(async (tx) => {
      const { vote, holder, deputy, waits } = await opened(tx);

      await tx.votes.updateSeat(vote.id, holder, { deputyId: deputy });

      expect([await waits(holder), await waits(deputy)]).toEqual([false, true]);
    });
  });

  test('it does not wait for somebody recused, nor once it is closed, nor in another process', async () => {
    await transact(async (tx) => {
      const { scene, vote, holder, other, waits } = await opened(tx);
      const elsewhere = await opened(tx);
      await tx.votes.updateSeat(vote.id, holder, { recused: { by: scene.person.id, at: later(1) } });
      expect([await waits(holder), await waits(other)]).toEqual([false, true]);
      expect(await tx.votes.waitingFor(elsewhere.scene.process.id, other)).toEqual([]);

      await tx.votes.update(vote.id, { state: 'closed', closedAt: later(2) });

      expect(await waits(other)).toBe(false);
    });
  });
});
