/** The contract of cards that are changed in place. */
import { expect, test } from '@jest/globals';
import { createWorker, message, titles } from './deliveryWorker.ts';
import { card, storeSuite, unique } from './scene.ts';

storeSuite('cards changed in place', (transact) => {
  const worker = createWorker(transact);
  const { newRoom } = worker;

  test('the second message of a topic edits the first where it was posted, and elsewhere is posted', async () => {
    const [here, there] = [await newRoom(), await newRoom()];
    const topic = unique('topic');
    await worker.enqueue(message(here, 'a', { topic }));
    for (const item of await worker.lease(0)) await worker.sent(item, 'm1');

    await worker.enqueue(message(here, 'b', { topic }), message(there, 'c', { topic }), message(here, 'd'));

    expect(await worker.drain()).toEqual(['b > m1', 'c', 'd']);
  });

  test('a message never tried is replaced in its place, and no key comes twice', async () => {
    const room = await newRoom();
    const topic = unique('topic');
    const newer = message(room, 'b', { topic });
    await worker.enqueue(message(room, 'a', { topic }), message(room, 'danach'));

    await worker.enqueue(newer);
    expect(await worker.drain()).toEqual(['b', 'danach']);
    await worker.enqueue(newer);

    expect(await worker.drain()).toEqual([]);
  });

  test('of several of one topic enqueued together the last one speaks, once', async () => {
    const room = await newRoom();
    const topic = unique('topic');

    await worker.enqueue(...['a', 'b', 'c'].map((title) => message(room, title, { topic })));

    expect(await worker.drain()).toEqual(['c']);
  });

  test('a message under way is not changed any more but edited afterwards', async () => {
    const room = await newRoom();
    const topic = unique('topic');
    await worker.enqueue(message(room, 'a', { topic }));
    const leased = await worker.lease(0);

    await worker.enqueue(message(room, 'b', { topic }));
    await worker.enqueue(message(room, 'c', { topic }));
    for (const item of leased) await worker.sent(item, 'm1');

    expect(titles(leased)).toEqual(['a']);
    expect(await worker.drain()).toEqual(['c > m1']);
  });

  test('a message that failed once keeps its words, because the platform may have them already', async () => {
    const room = await newRoom();
    const topic = unique('topic');
    await worker.enqueue(message(room, 'a', { topic }));
    for (const item of await worker.lease(0)) await worker.failed(item, 0);

    await worker.enqueue(message(room, 'b', { topic }));

    const [again] = await worker.lease(0);
    expect(again?.card).toEqual(card('a'));
    if (again) await worker.sent(again, 'm1');
    expect(await worker.drain()).toEqual(['b > m1']);
  });

  test('when the first was given up, the next of its topic is posted', async () => {
    const room = await newRoom();
    const topic = unique('topic');
    await worker.enqueue(message(room, 'a', { topic }));
    for (const item of await worker.lease(0)) await worker.failed(item, null);

    await worker.enqueue(message(room, 'b', { topic }));

    expect(await worker.drain()).toEqual(['b']);
  });

  test('what is posted in the same words is not sent again', async () => {
    const room = await newRoom();
    const topic = unique('topic');
    await worker.enqueue(message(room, 'a', { topic }));
    await worker.drain();

    await worker.enqueue(message(room, 'a', { topic }));
    await worker.edit(topic, 'a');

    expect(await worker.drain()).toEqual([]);
  });

  test('going back to the posted words after a change under way is sent', async () => {
    const room = await newRoom();
    const topic = unique('topic');
    await worker.enqueue(message(room, 'a', { topic }));
    for (const item of await worker.lease(0)) await worker.sent(item, 'm1');
    await worker.edit(topic, 'b');
    const underWay = await worker.lease(0);

    await worker.edit(topic, 'a');
    for (const item of underWay) await worker.sent(item, 'm1');

    expect(titles(underWay)).toEqual(['b']);
    expect(await worker.drain()).toEqual(['a > m1']);
  });

  test('an edit reaches everyone to whom the topic was posted or is about to be, and nobody else', async () => {
    const [posted, waiting, other] = [await newRoom(), await newRoom(), await newRoom()];
    const topic = unique('topic');
    await worker.enqueue(message(posted, 'a', { topic }), message(other, 'x', { topic: unique('topic') }));
    for (const item of await worker.lease(0)) await worker.sent(item, `in ${JSON.stringify(item.to)}`);
    await worker.enqueue(message(waiting, 'a', { topic }));

    await worker.edit(topic, 'b');

    expect((await worker.drain()).toSorted()).toEqual(['b', `b > in ${JSON.stringify(posted)}`]);
  });

  test('an edit of a topic nobody has is nothing, and the same edit counts once', async () => {
    const room = await newRoom();
    const topic = unique('topic');
    await worker.edit(topic, 'a');
    expect(await worker.drain()).toEqual([]);
    await worker.enqueue(message(room, 'a', { topic }));
    for (const item of await worker.lease(0)) await worker.sent(item, 'm1');

    await worker.edit(topic, 'b', 'edit of b');
    expect(await worker.drain()).toEqual(['b > m1']);
    await worker.edit(topic, 'c');
    await worker.edit(topic, 'b', 'edit of b');

    expect(await worker.drain()).toEqual(['c > m1']);
  });

  test('a message replaced while it is being leased is either replaced or edited, never lost', async () => {
    const room = await newRoom();
    for (let round = 0; round < 10; round += 1) {
      const topic = unique('topic');
      await worker.enqueue(message(room, 'alt', { topic }));

      const [leased] = await Promise.all([worker.lease(0), worker.enqueue(message(room, 'neu', { topic }))]);
      for (const item of leased) await worker.sent(item, 'm');
      const said = [...titles(leased), ...(await worker.drain())];

      expect([['neu'], ['alt', 'neu > m']]).toContainEqual(said);
    }
  });
});
