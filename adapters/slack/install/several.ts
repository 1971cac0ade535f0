/** Workspaces that installed the app by consent. Tokens that expire are renewed before they are used, by one caller at a time. */
import type { webApi } from '@slack/bolt';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Log } from '../../../src/ports/log.ts';
import { createCache } from '../web/cache.ts';
import { createClient } from '../web/client.ts';
import type { Workspace } from '../web/workspace.ts';
import type { Workspaces } from '../web/workspaces.ts';
import type { Installation } from './installation.ts';
import type { Installations } from './installations.ts';

/** Renewed so long before the end; a token lives for twelve hours. */
const RENEW_BEFORE_MS = 2 * 60 * 60_000;
/** While Slack renews nothing, nobody who wants something done waits for it more often than this. */
const RENEW_AGAIN_MS = 60_000;

export interface ConsentedParts {
  readonly installations: Installations;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly web: webApi.WebClientOptions;
  readonly clock: Clock;
  readonly log: Log;
}

/** Clients are kept of so many workspaces; the others get a new one when they are heard of. */
const KEPT = 500;

export function createSeveralWorkspaces(parts: ConsentedParts): Workspaces {
  const { installations, clock, web, log } = parts;
  /** By token, and a workspace may change its token every twelve hours. */
  const clients = createCache<webApi.WebClient>(KEPT);
  const renewing = new Map<string, Promise<Installation>>();
  /** When a renewal failed last. */
  const failedAt = new Map<string, number>();

  function clientWith(token: string, teamId: string | null): webApi.WebClient {
    const known = clients.get(token);
    if (known) return known;
    const client = createClient(token, teamId === null ? web : { ...web, teamId });
    clients.set(token, client);
    return client;
  }

  function isFresh({ rotation }: Installation): boolean {
    return rotation === null || rotation.expiresAtMs - clock.now().getTime() > RENEW_BEFORE_MS;
  }

  /** It works still, and a renewal has just failed. */
  function isBestThereIs({ tenant, rotation }: Installation): boolean {
    const now = clock.now().getTime();
    const failed = failedAt.get(tenant);
    return rotation !== null && rotation.expiresAtMs > now && failed !== undefined && now - failed < RENEW_AGAIN_MS;
  }

  /** A refresh token works once: all who ask meanwhile wait for the one answer. */
  function renewed(old: Installation): Promise<Installation> {
    const known = renewing.get(old.tenant);
    if (known) return known;
    const work = renew(old).finally(() => renewing.delete(old.tenant));
    renewing.set(old.tenant, work);
    return work;
  }

  async function renew(old: Installation): Promise<Installation> {
    const written = await installations.reload(old.tenant);
    if (!written?.rotation || isFresh(written)) return written ?? old;
    const { access_token, refresh_token, expires_in } = await createClient('', web).oauth.v2.access({
      client_id: parts.clientId,
      client_secret: parts.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: written.rotation.refreshToken,
    });
    if (!access_token) throw new Error('slack renewed no token');
    const expiresAtMs = clock.now().getTime() + (expires_in ?? 0) * 1000;
    const rotation = refresh_token ? { refreshToken: refresh_token, expiresAtMs } : null;
    const fresh = { ...written, botToken: access_token, rotation };
    await installations.keep(fresh);
    clients.delete(written.botToken);
    return fresh;
  }

  /** While Slack renews no token, the old one is used as long as it works. */
  async function usable(tenant: string): Promise<Installation> {
    const installation = await installations.of(tenant);
    if (!installation) throw new Error('The app is not installed there');
    if (isFresh(installation) || isBestThereIs(installation)) return installation;
    return renewed(installation).catch((error: unknown) => {
      failedAt.set(tenant, clock.now().getTime());
      log.warn('slack did not renew a token', { tenant, reason: String(error) });
      return installation;
    });
  }

  function workspaceOf({ tenant, teamId, enterpriseId, botUserId }: Installation): Workspace {
    return {
      tenant,
      teamId,
      enterpriseId,
      botUserId,
      async client() {
        return clientWith((await usable(tenant)).botToken, teamId);
      },
    };
  }

  return {
    open: () => installations.load(),
    close: () => undefined,
    async of({ teamId, enterpriseId }) {
      for (const tenant of [teamId, enterpriseId]) {
        const installation = tenant === null ? null : await installations.of(tenant);
        if (installation) return workspaceOf(installation);
      }
      return null;
    },
    async byTenant(tenant) {
      const installation = await installations.of(tenant);
      return installation && workspaceOf(installation);
    },
    async removed({ teamId, enterpriseId }) {
      const tenant = teamId ?? enterpriseId;
      if (tenant === null) return;
      log.warn('slack: the app was removed from a workspace', { tenant });
      await installations.forget(tenant);
    },
  };
}
