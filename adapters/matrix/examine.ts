/** Looks whether the account works, for whoever sets it up. */
import { keyFolderOf } from './crypto/keyFolder.ts';
import { closedFolder, libraryObstacle, lostKeys, noDevice, type Obstacle } from './crypto/obstacle.ts';
import { publishedFingerprint } from './crypto/published.ts';
import { call } from './http/call.ts';
import { isUnknownToken } from './http/homeserverError.ts';
import type { MatrixConfig } from './options.ts';
import { maySend } from './rooms/power.ts';
import { createRooms } from './rooms/rooms.ts';
import { LoginAnswer, WhoAmI } from './schema.ts';

export interface Examination {
  readonly userId: string;
  /** Rooms the bot is in, how many of them are encrypted, and in how many it may not speak. */
  readonly rooms: { readonly all: number; readonly encrypted: number; readonly mute: number };
  /** Why encrypted rooms are out of reach; null: nothing stands in the way. */
  readonly obstacle: Obstacle | null;
}

export { libraryObstacle, type Obstacle };

/** `unreachable`: no homeserver answers there. `refused`: it does not accept the account. */
export type Trouble = 'unreachable' | 'refused';

/** A session that was begun for it is ended again. */
export async function examine(config: MatrixConfig): Promise<Examination | Trouble> {
  try {
    await call(config.homeserver, null, { method: 'GET', path: '/_matrix/client/versions' });
  } catch {
    return 'unreachable';
  }
  const token = config.accessToken ?? (await login(config));
  if (token === null) return 'refused';
  try {
    return await lookAround(config, token);
  } catch (error) {
    if (isUnknownToken(error)) return 'refused';
    throw error;
  } finally {
    if (config.accessToken === undefined) {
      await call(config.homeserver, token, { method: 'POST', path: '/_matrix/client/v3/logout', body: {} });
    }
  }
}

async function login({ homeserver, user, password }: MatrixConfig): Promise<string | null> {
  const body = { type: 'm.login.password', identifier: { type: 'm.id.user', user }, password };
  try {
    const answer = await call(homeserver, null, { method: 'POST', path: '/_matrix/client/v3/login', body });
    return LoginAnswer.parse(answer).access_token;
  } catch {
    return null;
  }
}

async function lookAround(config: MatrixConfig, token: string): Promise<Examination> {
  const client = { call: (request: Parameters<typeof call>[2]) => call(config.homeserver, token, request) };
  const path = '/_matrix/client/v3/account/whoami';
  const { user_id: userId, device_id: deviceId } = WhoAmI.parse(await client.call({ method: 'GET', path }));
  const rooms = createRooms(client);
  const states = await Promise.all((await rooms.joined()).map((roomId) => rooms.get(roomId)));
  const places = states.filter((state) => !state.isSpace && !state.replacedBy);
  return {
    userId,
    rooms: {
      all: places.length,
      encrypted: places.filter((state) => state.encrypted).length,
      mute: places.filter((state) => !maySend(state, userId, 'm.room.message')).length,
    },
    obstacle: libraryObstacle() ?? (await keyObstacle(config, client, userId, deviceId ?? null)),
  };
}

/** The keys are not opened: the bot may be using them. With a password the bot replaces a device that lost its keys by itself. */
async function keyObstacle(
  { keysDir, accessToken }: MatrixConfig,
  client: Parameters<typeof publishedFingerprint>[0],
  userId: string,
  deviceId: string | null,
): Promise<Obstacle | null> {
  if (deviceId === null) return noDevice;
  const folder = keyFolderOf(keysDir, deviceId);
  try {
    folder.check();
  } catch (error) {
    return closedFolder(keysDir, error);
  }
  if (accessToken === undefined) return null;
  const published = await publishedFingerprint(client, userId, deviceId);
  const own = folder.fingerprint();
  const lost = folder.hasKeys() ? own !== null && published !== own : published !== null;
  return lost ? lostKeys(folder.path, deviceId) : null;
}
