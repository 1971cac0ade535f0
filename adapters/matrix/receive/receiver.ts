/** What is done about each kind of event. */
import type { MatrixBot } from '../options.ts';
import { MATRIX } from '../options.ts';
import type { DirectChats } from '../rooms/direct.ts';
import { maySend } from '../rooms/power.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Upgrades } from '../rooms/upgrade.ts';
import type { RoomEvent } from '../schema.ts';
import type { Receiver } from '../sync/batch.ts';
import type { EncryptedEvents } from './encrypted.ts';
import type { Messages } from './message.ts';
import type { Reactions } from './reactions.ts';

interface Parts {
  readonly botId: () => string;
  readonly bot: MatrixBot;
  readonly rooms: Rooms;
  readonly direct: DirectChats;
  readonly upgrades: Upgrades;
  readonly encrypted: EncryptedEvents;
  readonly messages: Messages;
  readonly reactions: Reactions;
  readonly members: (roomId: string, event: RoomEvent) => Promise<void>;
  readonly invitations: Receiver['invited'];
}

const STATE: ReadonlySet<string> = new Set([
  'm.room.member',
  'm.room.tombstone',
  'm.room.encryption',
  'm.room.power_levels',
]);

export function createReceiver(parts: Parts): Receiver {
  const { botId, bot, rooms, direct, upgrades, encrypted, messages, reactions, members } = parts;

  async function dispatch(roomId: string, event: RoomEvent): Promise<void> {
    // Whoever may send messages may give them any type; what the room is, only its state says.
    if (STATE.has(event.type) && event.state_key === undefined) return;
    // Spaces hold rooms; nobody talks in them.
    if ((await rooms.get(roomId)).isSpace) return;
    switch (event.type) {
      case 'm.room.message':
        return messages.receive(roomId, event);
      case 'm.room.encrypted': {
        const clear = await encrypted.read(roomId, event);
        return clear ? dispatch(roomId, clear) : undefined;
      }
      case 'm.reaction':
        return reactions.react(roomId, event);
      case 'm.room.redaction':
        return reactions.redact(roomId, event);
      case 'm.room.member':
        return members(roomId, event);
      case 'm.room.tombstone':
        return upgrades.follow(roomId, event);
      case 'm.room.encryption':
        return encrypted.explain(roomId);
      case 'm.room.power_levels':
        return bot.reach(
          MATRIX,
          roomId,
          maySend(await rooms.get(roomId), botId(), 'm.room.message') ? 'found' : 'lost',
        );
    }
  }

  return {
    async event(roomId, event) {
      // What the bot does itself is no news to it, except what it may do from now on.
      if (event.sender === botId()) return;
      await dispatch(roomId, event);
    },
    invited: parts.invitations,
    async joined(roomId) {
      const state = await rooms.get(roomId);
      if (state.isSpace) return;
      await bot.reach(MATRIX, roomId, 'found');
      await upgrades.arrived(roomId);
      if (state.encrypted) await encrypted.explain(roomId);
    },
    left: (roomId) => bot.reach(MATRIX, roomId, 'lost'),
    async accountData({ type, content }) {
      if (type === 'm.direct') direct.replace(content);
    },
  };
}
