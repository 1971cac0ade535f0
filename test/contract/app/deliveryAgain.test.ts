/** A message that may have arrived already is tried again, and the platform is told so. */
import { expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { deliverBatch } from '../../../src/app/deliver.ts';
import type { Chat } from '../../../src/ports/chat.ts';
import { at as clock } from '../../support/apps.ts';
import { eachStore } from '../../support/database.ts';
import { createFakeChat } from '../../support/fakeChat.ts';

eachStore('delivery again', (suite) => {
  test('a platform is told of the second try of a message that it is one', async () => {
    const store = createStore(suite.database.pool);
    const { chat } = createFakeChat();
    const at = clock('2027-01-11T09:00');
    const tries: boolean[] = [];
    const counting: Chat = {
      ...chat,
      async post(target, card, key, again) {
        tries.push(again);
        if (!again) throw new Error('no answer');
        return chat.post(target, card, key, again);
      },
    };
    await store.transaction(async (tx) => {
      const room = await tx.rooms.ensure({ platform: 'local', externalId: 'again', kind: 'channel', name: 'again' });
      const card = { title: 'Noch einmal', body: [], attention: 'quiet' } as const;
      await tx.outbox.enqueue([{ key: 'again', processId: null, to: { room: room.id }, topic: null, card }], at);
    });
    const log = { info: () => {}, warn: () => {}, error: () => {} };

    await deliverBatch({ store, chats: [counting], log }, at);
    await deliverBatch({ store, chats: [counting], log }, new Date(at.getTime() + 60_000));

    expect(tries).toEqual([false, true]);
  });
});
