/** All installations, encrypted in the store and at hand in memory. */
import type { Log } from '../../../src/ports/log.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import type { Seal } from '../../../src/ports/seal.ts';
import type { Installation } from './installation.ts';

const PREFIX = 'installation:';

export interface Installations {
  load(): Promise<void>;
  /** What is at hand; for one that another process has made meanwhile, what is written down. */
  of(tenant: string): Promise<Installation | null>;
  /** Written down now, whatever is at hand. */
  reload(tenant: string): Promise<Installation | null>;
  keep(installation: Installation): Promise<void>;
  forget(tenant: string): Promise<void>;
}

export function createInstallations(memory: PlatformMemory, seal: Seal, log: Log): Installations {
  const atHand = new Map<string, Installation>();

  function read(key: string, value: string): Installation | null {
    try {
      const installation: Installation = JSON.parse(seal.open(value, key));
      atHand.set(installation.tenant, installation);
      return installation;
    } catch {
      log.error('an installation of slack cannot be read', new Error('was slack.tokenKey changed?'), { key });
      return null;
    }
  }

  async function reload(tenant: string): Promise<Installation | null> {
    const key = `${PREFIX}${tenant}`;
    const value = await memory.get(key);
    if (value !== null) return read(key, value);
    atHand.delete(tenant);
    return null;
  }

  return {
    async load() {
      for (const { key, value } of await memory.list(PREFIX)) read(key, value);
    },
    of: async (tenant) => atHand.get(tenant) ?? reload(tenant),
    reload,
    async keep(installation) {
      const key = `${PREFIX}${installation.tenant}`;
      await memory.set(key, seal.close(JSON.stringify(installation), key));
      atHand.set(installation.tenant, installation);
    },
    async forget(tenant) {
      atHand.delete(tenant);
      await memory.remove(`${PREFIX}${tenant}`);
    },
  };
}
