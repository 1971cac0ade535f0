/** A token that is not valid any more is renewed by whoever notices, also by a process that only sends. */
import { expect, test } from '@jest/globals';
import { HomeserverError } from '../../../../adapters/matrix/http/homeserverError.ts';
import { createMatrixChat } from '../../../../adapters/matrix/send/chat.ts';

async function refusedPost(renewSession: () => Promise<boolean>): Promise<unknown> {
  const poster = {
    async post() {
      throw new HomeserverError(401, 'M_UNKNOWN_TOKEN', 'gone', null);
    },
  };
  const parts = { poster, direct: {}, memory: {}, renewSession };
  const chat = createMatrixChat(parts as unknown as Parameters<typeof createMatrixChat>[0]);
  const card = { title: '', body: [], attention: 'quiet' } as const;
  return chat.post({ kind: 'room', externalId: '!room:example.org' }, card, 'key', false).catch((error) => error);
}

test.each([
  ['with another token it is sent at once', async () => true, 1_000],
  ['without one it waits for an operator', async () => false, 60_000],
  [
    'where that fails it waits as well',
    async () => {
      throw new Error('no homeserver');
    },
    60_000,
  ],
])('%s', async (_what, renew, retryAfterMs) => {
  expect(await refusedPost(renew)).toMatchObject({ name: 'ChatError', retryAfterMs });
});
