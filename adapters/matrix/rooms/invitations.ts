/** Which invitations are accepted: from servers and people that the configuration names. Others are left alone, which tells a stranger nothing. */
import type { Log } from '../../../src/ports/log.ts';
import type { Client } from '../http/client.ts';
import { MemberContent, type StrippedEvent } from '../schema.ts';
import type { DirectChats } from './direct.ts';
import { joinRoom } from './join.ts';
import { serverOf } from './names.ts';
import type { Upgrades } from './upgrade.ts';

interface Parts {
  readonly client: Client;
  readonly direct: DirectChats;
  readonly upgrades: Upgrades;
  readonly invitesFrom: readonly string[];
  readonly log: Log;
}

export function isWelcome(inviter: string, botId: string, invitesFrom: readonly string[]): boolean {
  const allowed = invitesFrom.length === 0 ? [serverOf(botId)] : invitesFrom;
  return allowed.includes(inviter) || allowed.includes(serverOf(inviter));
}

export function createInvitations({ client, direct, upgrades, invitesFrom, log }: Parts) {
  return async function receive(roomId: string, state: readonly StrippedEvent[]): Promise<void> {
    const botId = client.session.userId;
    const invitation = state.find(({ type, state_key }) => type === 'm.room.member' && state_key === botId);
    if (!invitation) return;
    if (!isWelcome(invitation.sender, botId, invitesFrom) && !(await upgrades.isExpected(roomId))) {
      log.warn('an invitation was not accepted: see matrix.invitesFrom', { server: serverOf(invitation.sender) });
      return;
    }
    await joinRoom(client, roomId, [serverOf(invitation.sender)]);
    if (MemberContent.safeParse(invitation.content).data?.is_direct) await direct.add(invitation.sender, roomId);
  };
}
