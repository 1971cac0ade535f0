/** The Slack app out of the configuration. */
import type { Access, Transport } from '../../adapters/slack/options.ts';
import type { Config } from '../../config/schema.ts';
import { firstSet, missing } from './partly.ts';

type Slack = Config['slack'];

/** Null: Slack is not used. @throws ConfigError when it is configured in part */
export function slackConfigOf({ slack }: Pick<Config, 'slack'>) {
  const access = accessOf(slack);
  return access && { access, transport: transportOf(slack), apiUrl: slack.apiUrl, externals: slack.externals };
}

/** The state of a consent is signed with what only this installation knows. */
function accessOf(slack: Slack): Access | null {
  const { botToken, clientId, clientSecret, tokenKey, transport } = slack;
  if (botToken !== undefined) return { by: 'token', botToken };
  if (clientId === undefined) {
    const { appToken, signingSecret } = slack;
    const alone = firstSet('slack', { appToken, signingSecret, clientSecret, tokenKey });
    if (alone) throw missing('slack.botToken (SLACK_BOT_TOKEN) or slack.clientId (SLACK_CLIENT_ID)', `${alone} is set`);
    return null;
  }
  if (clientSecret === undefined) throw missing('slack.clientSecret (SLACK_CLIENT_SECRET)', 'slack.clientId is set');
  if (tokenKey === undefined) throw missing('slack.tokenKey (MITWIRK_SLACK_TOKEN_KEY)', 'slack.clientId is set');
  if (transport !== 'http') throw missing('slack.transport (MITWIRK_SLACK_TRANSPORT) http', 'slack.clientId is set');
  return { by: 'consent', clientId, clientSecret, tokenKey, stateSecret: `${clientSecret}${tokenKey}` };
}

function transportOf({ transport, appToken, signingSecret, host, port }: Slack): Transport {
  if (transport === 'http') {
    if (signingSecret === undefined)
      throw missing('slack.signingSecret (SLACK_SIGNING_SECRET)', 'slack.transport is http');
    return { mode: 'http', signingSecret, host, port };
  }
  if (appToken === undefined) throw missing('slack.appToken (SLACK_APP_TOKEN)', 'slack.transport is socket');
  return { mode: 'socket', appToken };
}
