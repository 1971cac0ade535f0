/** The pages on which an administrator of a workspace agrees to the app, by Bolt: `/slack/install` and `/slack/oauth_redirect`. */
import type { HTTPReceiverOptions, InstallationStore, webApi } from '@slack/bolt';
import { SCOPES } from '../scopes.ts';
import { installationFrom } from './installation.ts';
import type { Installations } from './installations.ts';

export interface ConsentSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the state with which Slack sends the administrator back. */
  readonly stateSecret: string;
}

export function consentOptions(
  settings: ConsentSettings,
  installations: Installations,
  web: webApi.WebClientOptions,
): Partial<HTTPReceiverOptions> {
  const { slackApiUrl = '' } = web;
  return {
    ...settings,
    scopes: Object.keys(SCOPES),
    installationStore: storeIn(installations),
    installerOptions: {
      directInstall: true,
      clientOptions: { ...web },
      authorizationUrl: new URL('../oauth/v2/authorize', slackApiUrl).href,
    },
  };
}

/** Bolt asks it before it acknowledges an event, so nothing is looked up: whose event it is, is found out afterwards. */
function storeIn(installations: Installations): InstallationStore {
  return {
    storeInstallation: (installation) => installations.keep(installationFrom(installation)),
    fetchInstallation: async () =>
      ({
        team: undefined,
        enterprise: undefined,
        user: { id: '', token: undefined, scopes: undefined },
      }) as never,
  };
}
