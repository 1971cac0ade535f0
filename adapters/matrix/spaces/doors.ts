/** Enters rooms one after the other, as fast as the homeserver lets it. Nobody waits for it. */
import type { Log } from '../../../src/ports/log.ts';
import { doubling, tryAgain } from '../../kit/waiting.ts';
import type { Client } from '../http/client.ts';
import { askedToWait, isPassing } from '../http/homeserverError.ts';
import { joinRoom } from '../rooms/join.ts';
import type { RoomBelow } from './below.ts';

export interface Doors {
  enter(rooms: readonly RoomBelow[]): void;
  /** What was refused is tried again when it is asked for again. */
  forgetRefusals(): void;
  stop(): Promise<void>;
}

const growing = doubling(2_000, 120_000);
const MOST_TRIES = 7;

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
    if (stop.signal.aborted) return false;
    try {
      await tryAgain(() => joinRoom(client, roomId, via), {
        waitAfter: (error, failures) =>
          isPassing(error) && failures < MOST_TRIES ? (askedToWait(error) ?? growing(failures)) : null,
        stop: stop.signal,
      });
      log.info('a room of a space was entered', { room: roomId });
      return true;
    } catch (error) {
      if (!stop.signal.aborted)
        log.warn('a room of a space could not be entered', { room: roomId, reason: String(error) });
      return false;
    }
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
