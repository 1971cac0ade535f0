/** Follows rooms that were replaced: https://spec.matrix.org/v1.16/client-server-api/#room-upgrades */
import type { Log } from '../../../src/ports/log.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import type { Client } from '../http/client.ts';
import { MATRIX, type MatrixBot } from '../options.ts';
import type { RoomEvent } from '../schema.ts';
import { joinRoom } from './join.ts';
import { serverOf } from './names.ts';
import type { Rooms } from './rooms.ts';

export interface Upgrades {
  /** A room says that another took its place. */
  follow(roomId: string, event: RoomEvent): Promise<void>;
  /** Whether a room the bot is invited to is one it waits to be let into. */
  isExpected(roomId: string): Promise<boolean>;
  /** The bot has come into a room; if it replaces another, everything moves there. */
  arrived(roomId: string): Promise<void>;
}

interface Parts {
  readonly bot: MatrixBot;
  readonly client: Client;
  readonly rooms: Rooms;
  readonly memory: PlatformMemory;
  readonly log: Log;
}

const EXPECTED = 'replaces:';

export function createUpgrades({ bot, client, rooms, memory, log }: Parts): Upgrades {
  /** Only if both rooms say so: the old one names the new one, and the new one the old one. */
  async function arrived(roomId: string): Promise<void> {
    const old = await memory.get(EXPECTED + roomId);
    if (old === null || (await rooms.get(roomId)).predecessor !== old) return;
    await memory.remove(EXPECTED + roomId);
    await bot.moveRoom(MATRIX, old, roomId);
    log.info('a room was followed to the one that replaced it', { from: old, to: roomId });
  }

  return {
    arrived,
    isExpected: async (roomId) => (await memory.get(EXPECTED + roomId)) !== null,
    async follow(roomId, event) {
      const next = event.content.replacement_room;
      if (typeof next !== 'string' || next === '') return;
      await memory.set(EXPECTED + next, roomId);
      try {
        await joinRoom(client, next, [serverOf(event.sender)]);
      } catch (error) {
        log.warn('the bot waits for an invitation into the room that replaced another', {
          room: next,
          reason: String(error),
        });
        return;
      }
      rooms.forget(next);
      await arrived(next);
    },
  };
}
