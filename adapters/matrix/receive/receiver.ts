/** What is done about each kind of event. */
import type { MatrixBot } from '../options.ts';
import { MATRIX } from '../options.ts';
import type { DirectChats } from '../rooms/direct.ts';
import type { Invitations } from '../rooms/invitations.ts';
import { maySend } from '../rooms/power.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Upgrades } from '../rooms/upgrade.ts';
import { type RoomEvent, removedBy } from '../schema.ts';
import type { Spaces } from '../spaces/spaces.ts';
import type { Receiver } from '../sync/batch.ts';
import type { EncryptedEvents } from './encrypted.ts';
import type { Messages } from './message.ts';
import type { Presses } from './presses.ts';

interface Parts {
  readonly botId: () => string;
  readonly bot: MatrixBot;
  readonly rooms: Rooms;
  readonly spaces: Spaces;
  readonly direct: DirectChats;
  readonly upgrades: Upgrades;
  readonly encrypted: EncryptedEvents;
  readonly messages: Messages;
  readonly presses: Presses;
  readonly react: (roomId: string, event: RoomEvent) => Promise<void>;
  readonly respond: (roomId: string, event: RoomEvent) => Promise<void>;
  readonly members: (roomId: string, event: RoomEvent) => Promise<void>;
  readonly invitations: Invitations;
}

const STATE: ReadonlySet<string> = new Set([
  'm.room.member',
  'm.room.tombstone',
  'm.room.encryption',
  'm.room.power_levels',
  'm.room.name',
  'm.space.child',
]);

export function createReceiver(parts: Parts): Receiver {
  const { botId, bot, rooms, spaces, direct, upgrades, encrypted, messages, presses, react, respond, members } = parts;

  async function dispatch(roomId: string, event: RoomEvent): Promise<void> {
    // Whoever may send messages may give them any type; what the room is, only its state says.
    if (STATE.has(event.type) && event.state_key === undefined) return;
    if ((await rooms.get(roomId)).isSpace) return dispatchInSpace(roomId, event);
    switch (event.type) {
      case 'm.room.message':
        return messages.receive(roomId, event);
      case 'm.room.encrypted': {
        const clear = await encrypted.read(roomId, event);
        return clear ? dispatch(roomId, clear) : undefined;
      }
      case 'm.reaction':
        return react(roomId, event);
      case 'org.matrix.msc3381.poll.response':
      case 'm.poll.response':
        return respond(roomId, event);
      case 'm.room.redaction': {
        const removed = removedBy(event);
        if (removed !== null) await encrypted.remove(removed);
        return presses.redact(roomId, event);
      }
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

  /** Spaces hold rooms; nobody talks in them. */
  async function dispatchInSpace(roomId: string, event: RoomEvent): Promise<void> {
    switch (event.type) {
      case 'm.space.child':
      case 'm.room.name':
        return spaces.look();
      case 'm.room.tombstone':
        await upgrades.follow(roomId, event);
        return spaces.look();
      case 'm.room.member':
        return members(roomId, event);
    }
  }

  return {
    async event(roomId, event) {
      // What the bot does itself is no news to it, except what it may do from now on.
      if (event.sender === botId()) return;
      await dispatch(roomId, event);
    },
    invited: (roomId, state) => parts.invitations.receive(roomId, state),
    async joined(roomId) {
      const state = await rooms.get(roomId);
      if (!state.isSpace) await bot.reach(MATRIX, roomId, 'found');
      await upgrades.arrived(roomId);
      await spaces.entered(roomId);
      if (state.encrypted && !state.isSpace) await encrypted.explain(roomId);
    },
    async left(roomId, event) {
      await bot.reach(MATRIX, roomId, 'lost');
      if (event && event.sender !== botId()) await spaces.putOut(roomId);
      else spaces.look();
    },
    async accountData({ type, content }) {
      if (type === 'm.direct') direct.replace(content);
    },
  };
}
