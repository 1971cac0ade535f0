/** Spaces the bot is in: tells the application which rooms lie in them, and enters those it may. It never speaks there. */
import { assertHeld } from '../../../src/ports/leases.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { inTime } from '../../kit/waiting.ts';
import type { Encryption } from '../crypto/encryption.ts';
import type { Client } from '../http/client.ts';
import { isPassing } from '../http/homeserverError.ts';
import { MATRIX, type MatrixBot } from '../options.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { RoomState } from '../rooms/state.ts';
import { type RoomBelow, roomsBelow } from './below.ts';
import type { Doors } from './doors.ts';
import { mayEnter, outermost } from './entering.ts';
import { hierarchyOf } from './hierarchy.ts';
import { inSight, type Survey } from './sight.ts';

export interface Spaces {
  /** Something may have changed: looks again at all of them, in the background. */
  look(): void;
  /** The same, and tries once more to enter what was refused. */
  lookAfresh(): void;
  /** Waits until the application knows what there was to see, but not for long. */
  seen(): Promise<void>;
  /** The bot has come into a room. */
  entered(roomId: string): Promise<void>;
  /** The bot was put out of a room: it comes back when it is invited, not because the room lies in a space. */
  putOut(roomId: string): Promise<void>;
  stop(): Promise<void>;
}

interface Parts {
  readonly bot: Pick<MatrixBot, 'seeSpaces'>;
  readonly client: Client;
  readonly rooms: Rooms;
  readonly doors: Doors;
  readonly memory: PlatformMemory;
  readonly invitesFrom: readonly string[];
  /** Whether the bot can speak in encrypted rooms. */
  readonly encryption: Pick<Encryption, 'obstacle'>;
  readonly log: Log;
}

const SEEN_MS = 3_000;
const PUT_OUT = 'put out:';

export function createSpaces({ bot, client, rooms, doors, memory, invitesFrom, encryption, log }: Parts): Spaces {
  let stopped = false;
  let wanted = false;
  let looking: Promise<void> | null = null;

  async function lookUntilNothingIsNew(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false;
      await lookOnce().catch((error: unknown) => log.error('spaces could not be looked at', error));
    }
    looking = null;
  }

  async function lookOnce(): Promise<void> {
    const states = new Map<string, RoomState>();
    for (const roomId of await rooms.joined()) {
      const state = await rooms.get(roomId).catch(() => null);
      if (state) states.set(roomId, state);
    }
    const surveys: Survey[] = [];
    for (const [roomId, state] of states) {
      if (!state.isSpace || state.replacedBy !== null) continue;
      const below = await within(roomId);
      if (below) surveys.push({ roomId, state, below });
    }
    const known = { botId: client.session.userId, states };
    await assertHeld();
    await bot.seeSpaces(
      MATRIX,
      surveys.map((survey) => inSight(survey, known)),
    );
    await enter(surveys, new Set(states.keys()));
  }

  /** Null where the homeserver does not say. @throws HomeserverError where it may yet */
  async function within(spaceId: string): Promise<readonly RoomBelow[] | null> {
    try {
      return roomsBelow(spaceId, await hierarchyOf(client, spaceId));
    } catch (error) {
      if (isPassing(error)) throw error;
      log.warn('the homeserver does not show the rooms of a space', { space: spaceId, reason: String(error) });
      return null;
    }
  }

  async function enter(surveys: readonly Survey[], joined: ReadonlySet<string>): Promise<void> {
    const entering = { botId: client.session.userId, invitesFrom, joined, encryption: encryption.obstacle === null };
    const welcome: RoomBelow[] = [];
    for (const room of outermost(surveys).flatMap(({ below }) => below)) {
      if (mayEnter(room, entering) && (await memory.get(PUT_OUT + room.roomId)) === null) welcome.push(room);
    }
    doors.enter(welcome);
  }

  function look(): void {
    wanted = true;
    looking ??= lookUntilNothingIsNew();
  }

  async function seen(): Promise<void> {
    if (looking) await inTime(SEEN_MS, looking);
  }

  return {
    look,
    seen,
    lookAfresh() {
      doors.forgetRefusals();
      look();
    },
    async entered(roomId) {
      await memory.remove(PUT_OUT + roomId);
      look();
    },
    async putOut(roomId) {
      await memory.set(PUT_OUT + roomId, '');
      look();
    },
    async stop() {
      stopped = true;
      await doors.stop();
      await seen();
    },
  };
}
