/** One installation as it is kept: whose it is, and what gives access. */
import type { Installation as BoltInstallation } from '@slack/bolt';

export interface Installation {
  readonly tenant: string;
  /** Null for an organisation. */
  readonly teamId: string | null;
  readonly enterpriseId: string | null;
  readonly botUserId: string;
  readonly botToken: string;
  /** Null where tokens do not expire. */
  readonly rotation: { readonly refreshToken: string; readonly expiresAtMs: number } | null;
}

/** As Bolt's consent page gives it. @throws Error when there is no bot in it */
export function installationFrom({ team, enterprise, isEnterpriseInstall, bot }: BoltInstallation): Installation {
  const teamId = isEnterpriseInstall ? null : (team?.id ?? null);
  const enterpriseId = enterprise?.id ?? null;
  const tenant = teamId ?? enterpriseId;
  if (tenant === null || !bot) throw new Error('An installation without a workspace or a bot');
  const { userId, token, refreshToken, expiresAt } = bot;
  const rotation = refreshToken && expiresAt ? { refreshToken, expiresAtMs: expiresAt * 1000 } : null;
  return { tenant, teamId, enterpriseId, botUserId: userId, botToken: token, rotation };
}
