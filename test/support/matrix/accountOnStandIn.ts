/** The Matrix adapter as it is, logged in at what stands for a homeserver. */
import { createMatrix } from '../../../adapters/matrix/matrix.ts';
import type { MatrixBot, MatrixPorts } from '../../../adapters/matrix/options.ts';
import { type HomeserverStandIn, startHomeserver } from './standIn.ts';

export interface AccountOnStandIn {
  readonly homeserver: HomeserverStandIn;
  readonly matrix: ReturnType<typeof createMatrix>;
  /** What it remembers. */
  readonly kept: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** An application that nobody talks to. */
export const NOBODY: Partial<MatrixBot> = {
  commands: () => [],
  seeSpaces: async () => {},
  localeOf: async () => 'de',
  reach: async () => {},
  rename: async () => {},
};

export async function openAccount(
  bot: Partial<MatrixBot> = {},
  ports: Partial<MatrixPorts> = {},
): Promise<AccountOnStandIn> {
  const homeserver = await startHomeserver();
  const kept = new Map<string, string>();
  const config = { homeserver: homeserver.url, accessToken: 'token', invitesFrom: [], keysDir: '' };
  const matrix = createMatrix(config, { ...portsOver(kept), ...ports }, 'de');
  await matrix.connect({ ...NOBODY, ...bot } as MatrixBot);
  return {
    homeserver,
    matrix,
    kept,
    async close() {
      await matrix.close();
      await homeserver.close();
    },
  };
}

export function portsOver(kept: Map<string, string>): MatrixPorts {
  return {
    memory: {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, value) => void kept.set(key, value),
      remove: async (key) => void kept.delete(key),
      list: async () => [],
      forgetOlder: async () => {},
    },
    leases: { take: async () => true, release: async () => {} },
    directory: { externalIds: async () => new Map() },
    clock: { now: () => new Date() },
    pictures: { draw: async () => ({ png: Buffer.from('png'), width: 1, height: 1 }) },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
}
