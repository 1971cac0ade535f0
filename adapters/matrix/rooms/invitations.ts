/** Which invitations are accepted: from servers and people that the configuration names. Others are left alone, which tells a stranger nothing. */
import type { Log } from '../../../src/ports/log.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { createLane } from '../../kit/lanes.ts';
import type { Client } from '../http/client.ts';
import { PATIENCE_MS } from '../limits.ts';
import { KeptInvitation, MemberContent, type StrippedEvent } from '../schema.ts';
import { patiently } from '../send/patience.ts';
import type { DirectChats } from './direct.ts';
import { joinRoom } from './join.ts';
import { serverOf } from './names.ts';
import type { Upgrades } from './upgrade.ts';

export interface Invitations {
  receive(roomId: string, state: readonly StrippedEvent[]): Promise<void>;
  /** Those that were accepted and not followed yet when this process, or another one, stopped listening. */
  takeUp(): Promise<void>;
}

interface Parts {
  readonly client: Client;
  readonly direct: DirectChats;
  readonly upgrades: Upgrades;
  readonly memory: PlatformMemory;
  readonly invitesFrom: readonly string[];
  readonly log: Log;
}

export function isWelcome(inviter: string, botId: string, invitesFrom: readonly string[]): boolean {
  const allowed = invitesFrom.length === 0 ? [serverOf(botId)] : invitesFrom;
  return allowed.includes(inviter) || allowed.includes(serverOf(inviter));
}

const ACCEPTED = 'accepted:';

export function createInvitations(parts: Parts): Invitations {
  const { client, direct, upgrades, memory, invitesFrom, log } = parts;
  const inTurn = createLane();

  /** One after the other, as fast as the homeserver lets it: whoever invites into many rooms at once holds nobody up. */
  function follow(roomId: string, invitation: KeptInvitation): void {
    inTurn(() => enter(roomId, invitation)).catch((error: unknown) => {
      log.warn('an invitation could not be followed', { room: roomId, reason: String(error) });
    });
  }

  async function enter(roomId: string, { inviter, isDirect }: KeptInvitation): Promise<void> {
    try {
      if (isDirect) await patiently(() => direct.add(inviter, roomId), PATIENCE_MS);
      await patiently(() => joinRoom(client, roomId, [serverOf(inviter)]), PATIENCE_MS);
    } finally {
      await memory.remove(ACCEPTED + roomId);
    }
  }

  return {
    async receive(roomId, state) {
      const botId = client.session.userId;
      const invitation = state.find(({ type, state_key }) => type === 'm.room.member' && state_key === botId);
      if (!invitation) return;
      const { sender: inviter, content } = invitation;
      if (!isWelcome(inviter, botId, invitesFrom) && !(await upgrades.isExpected(roomId))) {
        log.warn('an invitation was not accepted: see matrix.invitesFrom', { server: serverOf(inviter) });
        return;
      }
      const accepted = { inviter, isDirect: MemberContent.safeParse(content).data?.is_direct === true };
      await memory.set(ACCEPTED + roomId, JSON.stringify(accepted satisfies KeptInvitation), inviter);
      follow(roomId, accepted);
    },
    async takeUp() {
      for (const { key, value } of await memory.list(ACCEPTED))
        follow(key.slice(ACCEPTED.length), KeptInvitation.parse(JSON.parse(value)));
    },
  };
}
