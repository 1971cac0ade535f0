/** Who the bot is on its homeserver: by access token, or by password with the device kept, so that encryption keys stay valid. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Leases } from '../../../src/ports/leases.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import type { MatrixConfig } from '../options.ts';
import { KeptSession, LoginAnswer, WhoAmI } from '../schema.ts';
import { call } from './call.ts';
import { isUnknownToken } from './homeserverError.ts';

export interface Session {
  readonly userId: string;
  readonly deviceId: string | null;
  readonly accessToken: string;
}

const MEMORY = 'session';
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
export async function openSession(sessions: Sessions): Promise<Session> {
  const { config } = sessions;
  if (config.accessToken !== undefined) return whoAmI(config.homeserver, config.accessToken);
  return (await keptSession(sessions)) ?? loginInTurn(sessions);
}

async function whoAmI(homeserver: string, accessToken: string): Promise<Session> {
  const path = '/_matrix/client/v3/account/whoami';
  const answer = WhoAmI.parse(await call(homeserver, accessToken, { method: 'GET', path }));
  return { userId: answer.user_id, deviceId: answer.device_id ?? null, accessToken };
}

/** The session of the last login, where it is still valid. */
async function keptSession({ config, memory }: Sessions): Promise<Session | null> {
  const kept = await readKept(config, memory);
  if (!kept) return null;
  try {
    return await whoAmI(config.homeserver, kept.accessToken);
  } catch (error) {
    if (isUnknownToken(error)) return null;
    throw error;
  }
}

async function readKept({ homeserver, user }: MatrixConfig, memory: PlatformMemory): Promise<KeptSession | null> {
  const value = await memory.get(MEMORY);
  const kept = value === null ? null : KeptSession.parse(JSON.parse(value));
  return kept && kept.homeserver === homeserver && kept.user === user ? kept : null;
}

/** Two replicas that log in with one device would end each other's session: one logs in, the others use its token. */
async function loginInTurn(sessions: Sessions): Promise<Session> {
  const { leases, holder } = sessions;
  while (!(await leases.take(LEASE, holder, LEASE_MS))) await sleep(500);
  try {
    return (await keptSession(sessions)) ?? (await login(sessions));
  } finally {
    await leases.release(LEASE, holder);
  }
}

async function login({ config, memory }: Sessions): Promise<Session> {
  const { homeserver, user = '' } = config;
  const before = await readKept(config, memory);
  const body = {
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user },
    password: config.password,
    initial_device_display_name: DEVICE_NAME,
    ...(before ? { device_id: before.deviceId } : {}),
  };
  const path = '/_matrix/client/v3/login';
  const answer = LoginAnswer.parse(await call(homeserver, null, { method: 'POST', path, body }));
  const kept = { homeserver, user, accessToken: answer.access_token, deviceId: answer.device_id } satisfies KeptSession;
  await memory.set(MEMORY, JSON.stringify(kept));
  return { userId: answer.user_id, deviceId: answer.device_id, accessToken: answer.access_token };
}
