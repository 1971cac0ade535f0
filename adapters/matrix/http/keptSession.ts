/** The session of the last login, kept in the store with its token sealed: who reads the store alone cannot act as the bot. */
import { randomBytes, scrypt } from 'node:crypto';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import { createSeal, type Seal } from '../../../src/ports/seal.ts';
import type { MatrixConfig } from '../options.ts';
import { KeptSession, UnsealedSession } from '../schema.ts';

export interface Kept {
  /** Not secret, and needed when the token cannot be read any more. */
  readonly deviceId: string;
  /** Null: sealed with another password, or changed. */
  readonly accessToken: string | null;
}

export interface SessionKeeper {
  /** Null: nothing is kept for this account, or nothing that can be understood. */
  read(): Promise<Kept | null>;
  keep(deviceId: string, accessToken: string): Promise<void>;
}

const MEMORY = 'session';
const SALT_BYTES = 16;
const KEY_BYTES = 32;
/**
 * People choose passwords, and whoever has a copy of the store may try as many as they like: so each try costs 32 MB and
 * three passes. https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };

type Account = Pick<MatrixConfig, 'homeserver' | 'user' | 'password'>;

export function createSessionKeeper(account: Account, memory: PlatformMemory): SessionKeeper {
  const { homeserver, user = '', password = '' } = account;
  const about = (deviceId: string) => JSON.stringify([homeserver, user, deviceId]);

  async function keep(deviceId: string, accessToken: string): Promise<void> {
    const salt = randomBytes(SALT_BYTES);
    const seal = await sealOf(password, salt);
    const sealed = seal.close(accessToken, about(deviceId));
    const kept = { homeserver, user, deviceId, salt: salt.toString('base64'), sealed } satisfies KeptSession;
    await memory.set(MEMORY, JSON.stringify(kept));
  }

  async function tokenIn({ deviceId, salt, sealed }: KeptSession): Promise<string | null> {
    const seal = await sealOf(password, Buffer.from(salt, 'base64'));
    try {
      return seal.open(sealed, about(deviceId));
    } catch {
      return null;
    }
  }

  return {
    keep,
    async read() {
      const value = parsed(await memory.get(MEMORY));
      const kept = KeptSession.or(UnsealedSession).safeParse(value).data;
      if (kept?.homeserver !== homeserver || kept.user !== user) return null;
      const { deviceId } = kept;
      if ('sealed' in kept) return { deviceId, accessToken: await tokenIn(kept) };
      // Written before sessions were sealed: its open token must not stay in the store.
      await keep(deviceId, kept.accessToken);
      return { deviceId, accessToken: kept.accessToken };
    },
  };
}

function sealOf(password: string, salt: Buffer): Promise<Seal> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(createSeal(key))));
  });
}

function parsed(value: string | null): unknown {
  try {
    return value === null ? null : JSON.parse(value);
  } catch {
    return null;
  }
}
