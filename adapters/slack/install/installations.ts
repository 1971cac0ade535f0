/** All installations, encrypted in the store and at hand in memory. */
import type { Clock } from '../../../src/ports/clock.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { PlatformMemory } from '../../../src/ports/platformMemory.ts';
import type { Seal } from '../../../src/ports/seal.ts';
import type { Installation } from './installation.ts';

const PREFIX = 'installation:';
/** Another process may have made, renewed or removed an installation; what is at hand is believed for so long. */
const BELIEVED_MS = 60_000;

export interface Installations {
  load(): Promise<void>;
  /** What is at hand, if it is fresh; else what is written down. */
  of(tenant: string): Promise<Installation | null>;
  /** Written down now, whatever is at hand. */
  reload(tenant: string): Promise<Installation | null>;
  keep(installation: Installation): Promise<void>;
  forget(tenant: string): Promise<void>;
}

export function createInstallations(memory: PlatformMemory, seal: Seal, clock: Clock, log: Log): Installations {
  const atHand = new Map<string, { readonly installation: Installation; readonly readAt: number }>();

  function remember(installation: Installation): void {
    atHand.set(installation.tenant, { installation, readAt: clock.now().getTime() });
  }

  function read(key: string, value: string): Installation | null {
    try {
      const installation: Installation = JSON.parse(seal.open(value, key));
      remember(installation);
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
    async of(tenant) {
      const known = atHand.get(tenant);
      if (!known) return reload(tenant);
      if (clock.now().getTime() - known.readAt < BELIEVED_MS) return known.installation;
      return reload(tenant).catch((error: unknown) => {
        log.warn('an installation of slack could not be looked up', { tenant, reason: String(error) });
        return known.installation;
      });
    },
    reload,
    async keep(installation) {
      const key = `${PREFIX}${installation.tenant}`;
      await memory.set(key, seal.close(JSON.stringify(installation), key));
      remember(installation);
    },
    async forget(tenant) {
      atHand.delete(tenant);
      await memory.remove(`${PREFIX}${tenant}`);
    },
  };
}
