/** The contract of handled events: each is handled once. */
import { expect, test } from '@jest/globals';
import { card, start, storeSuite, unique } from './scene.ts';

const soon = () => new Promise((done) => setTimeout(done, 50));

storeSuite('events', (transact) => {
  const begin = (platform: string, key: string) => transact((tx) => tx.events.begin(platform, key, start));

  test('an event is begun once per platform', async () => {
    const key = unique('event');

    expect(await begin('local', key)).toBe(true);
    expect(await begin('local', key)).toBe(false);
    expect(await begin('elsewhere', key)).toBe(true);
  });

  test('the answer is kept for whoever asks again', async () => {
    const key = unique('event');
    await transact(async (tx) => {
      await tx.events.begin('local', key, start);
      await tx.events.setAnswer('local', key, card('Erledigt'));
    });

    expect(await transact((tx) => tx.events.answer('local', key))).toEqual(card('Erledigt'));
    expect(await transact((tx) => tx.events.answer('elsewhere', key))).toBeNull();
  });

  test('an event may have no answer', async () => {
    const key = unique('event');
    await transact(async (tx) => {
      await tx.events.begin('local', key, start);
      await tx.events.setAnswer('local', key, null);
    });

    expect(await transact((tx) => tx.events.answer('local', key))).toBeNull();
  });

  test('half an emoji and the character zero in an answer become the replacement character', async () => {
    const key = unique('event');
    await transact(async (tx) => {
      await tx.events.begin('local', key, start);
      await tx.events.setAnswer('local', key, card('halb \ud83d, null \0, ganz 🧑, \\u0000'));
    });

    const answer = await transact((tx) => tx.events.answer('local', key));
    expect(answer?.title).toBe('halb \ufffd, null \ufffd, ganz 🧑, \\u0000');
  });

  test('of those who begin the same event at once, one is first; the others wait for it and see its answer', async () => {
    const key = unique('event');
    const handle = () =>
      transact(async (tx) => {
        if (!(await tx.events.begin('local', key, start))) return tx.events.answer('local', key);
        await soon();
        await tx.events.setAnswer('local', key, card('vom Ersten'));
        return 'first';
      });

    const answers = await Promise.all([handle(), handle(), handle(), handle()]);

    expect(answers.filter((answer) => answer === 'first')).toHaveLength(1);
    expect(answers.filter((answer) => answer !== 'first')).toEqual(Array(3).fill(card('vom Ersten')));
  });

  test('when the first fails, one of those who waited becomes the first', async () => {
    const key = unique('event');
    const failing = transact(async (tx) => {
      await tx.events.begin('local', key, start);
      await soon();
      throw new Error('broken off');
    });
    const waiting = [begin('local', key), begin('local', key)];

    await expect(failing).rejects.toThrow('broken off');

    expect((await Promise.all(waiting)).toSorted()).toEqual([false, true]);
  });
});
