/** Who the bot is on its homeserver: by access token, or by password with the device kept, so that encryption keys stay valid. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Leases } from '../../../src/ports/leases.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import type { MatrixConfig } from '../options.ts';
import { LoginAnswer, WhoAmI } from '../schema.ts';
import { call } from './call.ts';
import { isUnknownToken } from './homeserverError.ts';
import { createSessionKeeper, type Kept, type SessionKeeper } from './keptSession.ts';

export interface Session {
  readonly userId: string;
  readonly deviceId: string | null;
  readonly accessToken: string;
}

const LEASE = 'matrix login';
const LEASE_MS = 60_000;
const DEVICE_NAME = 'Mitwirk';

interface Sessions {
  readonly config: MatrixConfig;
  readonly memory: PlatformMemory;
  readonly leases: Leases;
  readonly holder: string;
}

/** @throws HomeserverError when the homeserver does not accept token or password */
export async function openSession({ config, memory, ...turns }: Sessions): Promise<Session> {
  if (config.accessToken !== undefined) return whoAmI(config.homeserver, config.accessToken);
  const keeper = createSessionKeeper(config, memory);
  return (await resumed(config, await keeper.read())) ?? inTurn(turns, () => resumeOrLogIn(config, keeper));
}

/**
 * Begins a session on a new device and ends that of one that is of no use any more; null: only who made the token can do
 * that. @throws HomeserverError
 */
export async function openNewDevice({ config, memory, ...turns }: Sessions, gone: Session): Promise<Session | null> {
  if (config.accessToken !== undefined) return null;
  const keeper = createSessionKeeper(config, memory);
  return inTurn(turns, async () => {
    const kept = await keeper.read();
    const fromOthers = kept?.deviceId === gone.deviceId ? null : await resumed(config, kept);
    if (fromOthers) return fromOthers;
    const session = await login(config, keeper, null);
    const path = '/_matrix/client/v3/logout';
    await call(config.homeserver, gone.accessToken, { method: 'POST', path, body: {} }).catch(() => undefined);
    return session;
  });
}

async function whoAmI(homeserver: string, accessToken: string): Promise<Session> {
  const path = '/_matrix/client/v3/account/whoami';
  const answer = WhoAmI.parse(await call(homeserver, accessToken, { method: 'GET', path }));
  return { userId: answer.user_id, deviceId: answer.device_id ?? null, accessToken };
}

/** The session of the last login, where it is still valid. */
async function resumed({ homeserver }: MatrixConfig, kept: Kept | null): Promise<Session | null> {
  if (!kept || kept.accessToken === null) return null;
  try {
    return await whoAmI(homeserver, kept.accessToken);
  } catch (error) {
    if (isUnknownToken(error)) return null;
    throw error;
  }
}

/** Two replicas that log in with one device would end each other's session: one logs in, the others use its token. */
async function inTurn<T>({ leases, holder }: Pick<Sessions, 'leases' | 'holder'>, work: () => Promise<T>): Promise<T> {
  while (!(await leases.take(LEASE, holder, LEASE_MS))) await sleep(500);
  try {
    return await work();
  } finally {
    await leases.release(LEASE, holder);
  }
}

async function resumeOrLogIn(config: MatrixConfig, keeper: SessionKeeper): Promise<Session> {
  const kept = await keeper.read();
  return (await resumed(config, kept)) ?? login(config, keeper, kept?.deviceId ?? null);
}

/** Without a device the bot becomes a new one. */
async function login(config: MatrixConfig, keeper: SessionKeeper, deviceId: string | null): Promise<Session> {
  const { homeserver, user = '', password } = config;
  const body = {
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user },
    password,
    initial_device_display_name: DEVICE_NAME,
    ...(deviceId === null ? {} : { device_id: deviceId }),
  };
  const path = '/_matrix/client/v3/login';
  const answer = LoginAnswer.parse(await call(homeserver, null, { method: 'POST', path, body }));
  await keeper.keep(answer.device_id, answer.access_token);
  return { userId: answer.user_id, deviceId: answer.device_id, accessToken: answer.access_token };
}
