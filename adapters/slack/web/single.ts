/** The one workspace whose token stands in the configuration. */
import type { webApi } from '@slack/bolt';
import { failure, Refusal } from '../../../src/domain/failure.ts';
import type { Log } from '../../../src/ports/log.ts';
import { pause, tryAgain } from '../../kit/waiting.ts';
import { isPlatformError } from './people.ts';
import type { Workspace } from './workspace.ts';
import type { Workspaces } from './workspaces.ts';

const RETRY_MS = 5_000;

const WRONG_TOKEN = ['account_inactive', 'invalid_auth', 'not_authed', 'not_allowed_token_type', 'token_revoked'];

/** Asks Slack whose token it is; during an outage again and again until it answers, and events wait meanwhile. */
export function createSingleWorkspace(client: webApi.WebClient, log: Log): Workspaces {
  const closed = new AbortController();
  let found: (workspace: Workspace) => void = () => {};
  const workspace = new Promise<Workspace>((resolve) => {
    found = resolve;
  });

  async function ask(): Promise<void> {
    const { team_id, enterprise_id, is_enterprise_install, user_id } = await client.auth.test();
    const organisation = is_enterprise_install === true ? (enterprise_id ?? null) : null;
    found({
      tenant: organisation ?? team_id ?? '',
      teamId: organisation ? null : (team_id ?? null),
      enterpriseId: enterprise_id ?? null,
      botUserId: user_id ?? '',
      client: async () => client,
    });
  }

  async function askUntilAnswered(): Promise<void> {
    await pause(RETRY_MS, closed.signal);
    if (!closed.signal.aborted) await tryAgain(ask, { waitAfter: () => RETRY_MS, stop: closed.signal });
  }

  return {
    async open() {
      try {
        await ask();
      } catch (error) {
        if (isPlatformError(error, ...WRONG_TOKEN)) throw new Refusal(failure('slack.token'));
        log.warn('slack is out of reach; trying again', { reason: String(error) });
        askUntilAnswered().catch(() => undefined);
      }
    },
    close: () => closed.abort(),
    async of({ teamId, enterpriseId }) {
      const ours = await workspace;
      const same = ours.teamId === null ? [enterpriseId, teamId].includes(ours.tenant) : teamId === ours.teamId;
      return same ? ours : null;
    },
    async byTenant(tenant) {
      const ours = await workspace;
      return ours.tenant === tenant ? ours : null;
    },
    async removed() {
      log.error('slack revoked the token of the app', new Error('install the app again and put its token in place'));
    },
  };
}
