/** Whether the local page is served, and beside what: a word typed on it counts in everybody's name. */
import { BlockList, isIP } from 'node:net';
import { ConfigError } from '../../config/configError.ts';
import type { Config } from '../../config/schema.ts';
import type { Log } from '../ports/log.ts';
import { isConnected } from './platforms.ts';

export interface PageStand {
  /** off: nothing but `/healthz`; alone: for trying out, without a chat platform; beside: a real chat is connected, too. */
  readonly page: 'off' | 'alone' | 'beside';
  /** Whether other machines can reach the web server. */
  readonly reachable: boolean;
}

/** @throws ConfigError when a platform is configured in part */
export function pageStandOf(config: Config): PageStand {
  const { local, server } = config;
  const platform = isConnected(config);
  const page = (local.enabled ?? !platform) ? (platform ? 'beside' : 'alone') : 'off';
  return { page, reachable: !isLoopback(server.host) };
}

/** @throws ConfigError when a platform is configured in part, or when other machines could reach the page and nobody has said that they may */
export function checkPageStand(config: Config): PageStand {
  const stand = pageStandOf(config);
  if (stand.page !== 'off' && stand.reachable && !config.local.exposed) throw exposedUnasked(config.server.host);
  return stand;
}

/**
 * What was served alone stays off over a store that a chat platform was connected to: its settings may just be missing from
 * this start, and the page would speak in the name of real people. Asked for by `local.enabled` it is served.
 */
export async function standOver(
  stand: PageStand,
  { local }: Config,
  store: { knowsPlatforms(): Promise<boolean> },
): Promise<PageStand> {
  const unasked = stand.page === 'alone' && local.enabled === undefined;
  return unasked && (await store.knowsPlatforms()) ? { ...stand, page: 'off' } : stand;
}

/** What the operator should see at every start, because nobody sees it on the page. */
export function warnOfPage({ page, reachable }: PageStand, log: Log): void {
  if (page === 'beside') log.warn('the local page stands beside a real chat: whoever opens it can speak as anybody');
  if (page !== 'off' && reachable) log.warn('the local page can be reached from other machines, without encryption');
}

function exposedUnasked(host: string): ConfigError {
  return new ConfigError([
    `server.host (MITWIRK_HOST): at ${host} other machines can reach the local page, on which everybody may speak as anybody; ` +
      'listen on 127.0.0.1, set local.enabled (MITWIRK_LOCAL) to false, or allow it by setting local.exposed (MITWIRK_LOCAL_EXPOSED) to true.',
  ]);
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** A name that is not sure to mean this machine alone counts as reachable. */
function isLoopback(host: string): boolean {
  const family = isIP(host);
  if (family === 0) return host.toLowerCase() === 'localhost';
  return loopback.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
