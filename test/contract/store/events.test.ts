/** The contract of handled events: each is handled once. */
import { expect, test } from '@jest/globals';
import type { Card } from '../../../src/message/model.ts';
import { EventHandled } from '../../../src/ports/store/work.ts';
import { card, handled, noteFirst, start, storeSuite, unique } from './scene.ts';

const soon = () => new Promise((done) => setTimeout(done, 50));

storeSuite('events', (transact) => {
  const note = (key: string, answer: Card | null) => transact((tx) => tx.events.note('local', key, start, answer));
  const begin = (platform: string, key: string) => noteFirst(transact, platform, key);

  test('an event is begun once per platform', async () => {
    const key = unique('event');

    expect(await begin('local', key)).toBe(true);
    expect(await begin('local', key)).toBe(false);
    expect(await begin('elsewhere', key)).toBe(true);
  });

  test('the answer is kept for whoever asks again', async () => {
    const key = unique('event');
    await note(key, card('Erledigt'));

    expect(await transact((tx) => handled(tx, 'local', key))).toEqual({ answer: card('Erledigt') });
    expect(await transact((tx) => handled(tx, 'elsewhere', key))).toBeNull();
  });

  test('an event may have no answer', async () => {
    const key = unique('event');
    await note(key, null);

    expect(await transact((tx) => handled(tx, 'local', key))).toEqual({ answer: null });
  });

  test('half an emoji and the character zero in an answer become the replacement character', async () => {
    const key = unique('event');
    await note(key, card('halb \ud83d, null \0, ganz 🧑, \\u0000'));

    const known = await transact((tx) => handled(tx, 'local', key));
    expect(known?.answer?.title).toBe('halb \ufffd, null \ufffd, ganz 🧑, \\u0000');
  });

  test('of those who handle the same event at once one succeeds; the others wait for it, and change nothing', async () => {
    const key = unique('event');
    const handle = (name: string) =>
      transact(async (tx) => {
        if (await handled(tx, 'local', key)) throw new EventHandled();
        await tx.people.ensure(
          { platform: 'local', externalId: `${key} ${name}`, origin: 'local', handle: name },
          name,
        );
        await soon();
        await tx.events.note('local', key, start, card(name));
        return name;
      });

    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map(handle));

    const done = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(done).toHaveLength(1);
    expect(failed).toEqual([expect.any(EventHandled), expect.any(EventHandled)]);
    expect(await transact((tx) => handled(tx, 'local', key))).toEqual({ answer: card(done[0] ?? '') });
    for (const name of ['a', 'b', 'c']) {
      const made = await transact((tx) => tx.people.byIdentity('local', `${key} ${name}`));
      expect(made !== null).toBe(done.includes(name));
    }
  });

  test('of several that are handled together one that was handled before undoes all', async () => {
    const [first, second] = [unique('event'), unique('event')];
    await note(first, null);

    const both = transact(async (tx) => {
      await tx.events.note('local', first, start, null);
      await tx.events.note('local', second, start, null);
    });

    await expect(both).rejects.toThrow(EventHandled);
    expect(await transact((tx) => handled(tx, 'local', second))).toBeNull();
  });

  test('when the first fails, one of those who waited becomes the first', async () => {
    const key = unique('event');
    const failing = transact(async (tx) => {
      await tx.events.note('local', key, start, null);
      await soon();
      throw new Error('broken off');
    });
    const waiting = [begin('local', key), begin('local', key)];

    await expect(failing).rejects.toThrow('broken off');

    expect((await Promise.all(waiting)).toSorted()).toEqual([false, true]);
  });
});
