/** Direct chats: found in the account's `m.direct`, or made. What is said there is for one person alone. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Leases } from '../../../src/ports/leases.ts';
import type { Encryption } from '../crypto/encryption.ts';
import type { Client } from '../http/client.ts';
import { isRefusal } from '../http/homeserverError.ts';
import { DirectRooms, Joined } from '../schema.ts';
import type { Rooms } from './rooms.ts';
import { isJoined, present, type RoomState } from './state.ts';

export interface DirectChats {
  /** Whether the room is a direct chat, and nobody else reads along. */
  isDirect(roomId: string, state: RoomState): Promise<boolean>;
  /** The room in which to speak with a person alone; invites them again once they have left it. @throws HomeserverError */
  roomFor(userId: string): Promise<string>;
  /** Remembers an invitation to a direct chat. */
  add(userId: string, roomId: string): Promise<void>;
  /** Takes over what the account says now. */
  replace(content: unknown): void;
}

interface Parts {
  readonly client: Client;
  readonly rooms: Rooms;
  readonly leases: Leases;
  readonly encryption: Pick<Encryption, 'obstacle'>;
}

const LEASE_MS = 30_000;

export function createDirectChats({ client, rooms, leases, encryption }: Parts): DirectChats {
  let known: Promise<DirectRooms> | null = null;
  const account = `/_matrix/client/v3/user/${encodeURIComponent(client.session.userId)}/account_data/m.direct`;

  function all(): Promise<DirectRooms> {
    known ??= load().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  }

  async function load(): Promise<DirectRooms> {
    try {
      return DirectRooms.parse(await client.call({ method: 'GET', path: account }));
    } catch (error) {
      if (isRefusal(error, 'M_NOT_FOUND')) return {};
      throw error;
    }
  }

  async function add(userId: string, roomId: string): Promise<void> {
    known = null;
    const before = await all();
    const own = before[userId] ?? [];
    if (own.includes(roomId)) return;
    const body = { ...before, [userId]: [roomId, ...own] };
    await client.call({ method: 'PUT', path: account, body });
    known = Promise.resolve(body);
  }

  /** The first room both are in, or in which the person has only to come back. */
  async function find(userId: string): Promise<string | null> {
    const candidates = (await all())[userId] ?? [];
    for (const wanted of ['join', 'invite', 'leave']) {
      for (const roomId of candidates) {
        const state = await rooms.get(roomId).catch(() => null);
        if (!state || !usable(state) || state.members.get(userId)?.membership !== wanted) continue;
        if (wanted === 'leave') await invite(roomId, userId);
        return roomId;
      }
    }
    return null;
  }

  /** One the bot can speak in, not replaced, with nobody else in it. */
  function usable(state: RoomState): boolean {
    const { userId } = client.session;
    const readable = !state.encrypted || encryption.obstacle === null;
    return readable && isJoined(state, userId) && !state.replacedBy && present(state).length <= 2;
  }

  function invite(roomId: string, userId: string): Promise<unknown> {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/invite`;
    return client.call({ method: 'POST', path, body: { user_id: userId } });
  }

  async function create(userId: string): Promise<string> {
    const encrypted = encryption.obstacle === null && (await hasKeys(userId));
    const body = {
      invite: [userId],
      is_direct: true,
      preset: 'trusted_private_chat',
      initial_state: encrypted
        ? [{ type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } }]
        : [],
    };
    const answer = await client.call({ method: 'POST', path: '/_matrix/client/v3/createRoom', body });
    const { room_id: roomId } = Joined.parse(answer);
    await add(userId, roomId);
    return roomId;
  }

  async function hasKeys(userId: string): Promise<boolean> {
    const { device_keys } = await client.getUserDevices([userId]);
    return Object.keys(device_keys?.[userId] ?? {}).length > 0;
  }

  return {
    async isDirect(roomId, state) {
      if (present(state).length > 2 || state.isSpace) return false;
      const listed = Object.values(await all()).some((roomIds) => roomIds.includes(roomId));
      return listed || (state.name === null && state.alias === null);
    },
    async roomFor(userId) {
      const found = await find(userId);
      if (found !== null) return found;
      // Two messages to somebody new, from two replicas or at once, must not open two direct chats.
      const lease = `matrix direct chat ${userId}`;
      const turn = randomUUID();
      while (!(await leases.take(lease, turn, LEASE_MS))) await sleep(200);
      try {
        known = null;
        return (await find(userId)) ?? (await create(userId));
      } finally {
        await leases.release(lease, turn);
      }
    },
    add,
    replace(content) {
      const parsed = DirectRooms.safeParse(content);
      if (parsed.success) known = Promise.resolve(parsed.data);
    },
  };
}
