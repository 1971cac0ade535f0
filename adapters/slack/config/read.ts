/** The Slack app out of the configuration. */
import { firstSet, SettingMissing } from '../../kit/settings.ts';
import type { Access, SlackOptions, Transport } from '../options.ts';
import type { SlackSection } from './schema.ts';

/** Null: Slack is not used. @throws SettingMissing when it is configured in part */
export function readSlack(section: SlackSection): Omit<SlackOptions, 'locale'> | null {
  const access = accessOf(section);
  return access && { access, transport: transportOf(section), apiUrl: section.apiUrl, externals: section.externals };
}

/** The state of a consent is signed with what only this installation knows. */
function accessOf(section: SlackSection): Access | null {
  const { botToken, clientId, clientSecret, tokenKey, transport } = section;
  if (botToken !== undefined) return { by: 'token', botToken };
  if (clientId === undefined) {
    const { appToken, signingSecret } = section;
    const alone = firstSet('slack', { appToken, signingSecret, clientSecret, tokenKey });
    if (alone)
      throw new SettingMissing(
        'slack.botToken (SLACK_BOT_TOKEN) or slack.clientId (SLACK_CLIENT_ID)',
        `${alone} is set`,
      );
    return null;
  }
  if (clientSecret === undefined)
    throw new SettingMissing('slack.clientSecret (SLACK_CLIENT_SECRET)', 'slack.clientId is set');
  if (tokenKey === undefined)
    throw new SettingMissing('slack.tokenKey (MITWIRK_SLACK_TOKEN_KEY)', 'slack.clientId is set');
  if (transport !== 'http')
    throw new SettingMissing('slack.transport (MITWIRK_SLACK_TRANSPORT) http', 'slack.clientId is set');
  return { by: 'consent', clientId, clientSecret, tokenKey, stateSecret: `${clientSecret}${tokenKey}` };
}

function transportOf({ transport, appToken, signingSecret, host, port }: SlackSection): Transport {
  if (transport === 'http') {
    if (signingSecret === undefined)
      throw new SettingMissing('slack.signingSecret (SLACK_SIGNING_SECRET)', 'slack.transport is http');
    return { mode: 'http', signingSecret, host, port };
  }
  if (appToken === undefined) throw new SettingMissing('slack.appToken (SLACK_APP_TOKEN)', 'slack.transport is socket');
  return { mode: 'socket', appToken };
}
