/** One installation of the app: whose tokens it uses and how its people and channels are named outside the adapter. */
import type { webApi } from '@slack/bolt';

export interface Workspace {
  /** The organisation's id where the whole of it installed the app, else the workspace's. */
  readonly tenant: string;
  /** Null for an organisation. */
  readonly teamId: string | null;
  readonly enterpriseId: string | null;
  readonly botUserId: string;
  /** With a token that is valid now. */
  client(): Promise<webApi.WebClient>;
}

/** Ids as the rest of the product knows them; two workspaces never mix. */
export function externalId(tenant: string, id: string): string {
  return `${tenant}:${id}`;
}

export function splitId(external: string): { readonly tenant: string; readonly id: string } {
  const colon = external.indexOf(':');
  return { tenant: external.slice(0, colon), id: external.slice(colon + 1) };
}
