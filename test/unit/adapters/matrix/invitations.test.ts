/** Invitations into many rooms at once are all followed, as fast as the homeserver lets it, and over a restart. */
import { expect, test } from '@jest/globals';
import type { Call } from '../../../../adapters/matrix/http/call.ts';
import { HomeserverError } from '../../../../adapters/matrix/http/homeserverError.ts';
import { createInvitations } from '../../../../adapters/matrix/rooms/invitations.ts';

const BOT = '@mitwirk:example.org';
const MAKER = '@koordination:example.org';

function listening(kept: Map<string, string>, answer: (tries: number) => HomeserverError | null) {
  const did: string[] = [];
  let tries = 0;
  const parts = {
    client: {
      session: { userId: BOT },
      async call({ path }: Call) {
        tries += 1;
        const refusal = answer(tries);
        if (refusal) throw refusal;
        did.push(`join ${decodeURIComponent(path.split('/').at(-1) ?? '')}`);
        return {};
      },
    },
    direct: { add: async (userId: string, roomId: string) => void did.push(`direct ${userId} ${roomId}`) },
    upgrades: { isExpected: async () => false },
    memory: {
      set: async (key: string, value: string) => void kept.set(key, value),
      remove: async (key: string) => void kept.delete(key),
      list: async () => [...kept].map(([key, value]) => ({ key, value })),
    },
    invitesFrom: [],
    log: { warn() {} },
  };
  const invitations = createInvitations(parts as unknown as Parameters<typeof createInvitations>[0]);
  const content = (direct: boolean) => ({ membership: 'invite', ...(direct ? { is_direct: true } : {}) });
  const invite = (roomId: string, sender = MAKER, direct = false) =>
    invitations.receive(roomId, [{ type: 'm.room.member', state_key: BOT, sender, content: content(direct) }]);
  const settled = async () => {
    while (kept.size > 0) await new Promise((resolve) => setTimeout(resolve, 2));
  };
  return { did, invite, settled, takeUp: invitations.takeUp };
}

const slowDown = new HomeserverError(429, 'M_LIMIT_EXCEEDED', '', 5);
const forbidden = new HomeserverError(403, 'M_FORBIDDEN', '', null);

test('too many at once are waited for; one that is refused holds up no other', async () => {
  const { did, invite, settled } = listening(new Map(), (tries) =>
    tries < 3 ? slowDown : tries === 3 ? forbidden : null,
  );

  await invite('!a');
  await invite('!b', MAKER, true);
  await invite('!c', '@fremd:elsewhere.org');
  await settled();

  expect(did).toEqual([`direct ${MAKER} !b`, 'join !b']);
});

test('what was not followed yet is followed after a restart', async () => {
  const kept = new Map<string, string>();
  const before = listening(kept, () => new HomeserverError(502, 'M_UNKNOWN', '', 60_000_000));
  await before.invite('!a');
  const { did, takeUp, settled } = listening(kept, () => null);

  await takeUp();
  await settled();

  expect(did).toEqual(['join !a']);
});
