/** People who come, go and change their names. */
import type { Client } from '../http/client.ts';
import { MATRIX, type MatrixBot } from '../options.ts';
import type { DirectChats } from '../rooms/direct.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { isJoined, present } from '../rooms/state.ts';
import type { RoomEvent } from '../schema.ts';
import type { Desk } from './desk.ts';

interface Parts {
  readonly bot: MatrixBot;
  readonly client: Client;
  readonly rooms: Rooms;
  readonly direct: DirectChats;
  readonly desk: Desk;
}

export function createMembers({ bot, client, rooms, direct, desk }: Parts) {
  /** Who shares no room with the bot any more cannot be reached by it; an account that is closed leaves all of them. */
  async function isGone(userId: string): Promise<boolean> {
    for (const roomId of await rooms.joined()) {
      const state = await rooms.get(roomId).catch(() => null);
      if (state && isJoined(state, userId)) return false;
    }
    return true;
  }

  /** A room where nobody is left is of no use; a direct chat waits for its person. */
  async function leaveIfEmpty(roomId: string): Promise<void> {
    const state = await rooms.get(roomId);
    if (present(state).length > 1 || (await direct.isDirect(roomId, state))) return;
    await client.call({
      method: 'POST',
      path: `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/leave`,
      body: {},
    });
  }

  return async function receive(roomId: string, event: RoomEvent): Promise<void> {
    const { state_key: userId = '', content } = event;
    if (userId === client.session.userId) return;
    if (content.membership === 'join') {
      await bot.rename(MATRIX, desk.senderIn(await rooms.get(roomId), userId));
      return;
    }
    if (content.membership !== 'leave' && content.membership !== 'ban') return;
    if (await isGone(userId)) await bot.depart(MATRIX, userId);
    await leaveIfEmpty(roomId);
  };
}
