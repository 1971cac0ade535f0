/** Enters rooms one after the other, as fast as the homeserver lets it. Nobody waits for it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../../src/ports/log.ts';
import type { Client } from '../http/client.ts';
import { HomeserverError, isPassing } from '../http/homeserverError.ts';
import { joinRoom } from '../rooms/join.ts';
import type { RoomBelow } from './below.ts';

export interface Doors {
  enter(rooms: readonly RoomBelow[]): void;
  /** What was refused is tried again when it is asked for again. */
  forgetRefusals(): void;
  stop(): Promise<void>;
}

const FIRST_WAIT_MS = 2_000;
const MOST_TRIES = 6;

export function createDoors(client: Pick<Client, 'call'>, log: Log): Doors {
  const stop = new AbortController();
  const waiting = new Map<string, RoomBelow>();
  const refused = new Set<string>();
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    for (const [roomId, room] of waiting) {
      if (!(await enter(room))) refused.add(roomId);
      waiting.delete(roomId);
    }
    working = null;
  }

  async function enter({ roomId, via }: RoomBelow): Promise<boolean> {
    for (let tries = 0; !stop.signal.aborted; tries += 1) {
      try {
        await joinRoom(client, roomId, via);
        log.info('a room of a space was entered', { room: roomId });
        return true;
      } catch (error) {
        if (!isPassing(error) || tries >= MOST_TRIES) {
          log.warn('a room of a space could not be entered', { room: roomId, reason: String(error) });
          return false;
        }
        const asked = error instanceof HomeserverError ? error.retryAfterMs : null;
        await sleep(asked ?? FIRST_WAIT_MS * 2 ** tries, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
    return false;
  }

  return {
    enter(rooms) {
      for (const room of rooms) if (!refused.has(room.roomId)) waiting.set(room.roomId, room);
      if (waiting.size > 0) working ??= work();
    },
    forgetRefusals: () => refused.clear(),
    async stop() {
      stop.abort();
      await working;
    },
  };
}
