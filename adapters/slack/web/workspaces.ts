/** The installations there are. */
import type { Source } from '../inbound/source.ts';
import type { Workspace } from './workspace.ts';

export interface Workspaces {
  /** @throws Refusal `slack.token` when Slack does not accept what the configuration says */
  open(): Promise<void>;
  close(): void;
  /** The installation an event is for; null: none of ours. */
  of(source: Source): Promise<Workspace | null>;
  byTenant(tenant: string): Promise<Workspace | null>;
  /** The app was removed, or its tokens were revoked. */
  removed(source: Source): Promise<void>;
}
