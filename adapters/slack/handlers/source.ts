/** Which installation an event, a command or an interaction is for. */
import type { Source } from '../inbound/source.ts';

/** In JSON a boolean, in form-encoded payloads a word. */
type Flag = boolean | string | null | undefined;

/**
 * Where a whole organisation has installed the app, payloads still name the workspace somebody is in; the installation is
 * the organisation's all the same: https://docs.slack.dev/enterprise/developing-for-enterprise-orgs
 */
function sourceFrom(teamId: string | null | undefined, enterpriseId: string | null | undefined, wide: Flag): Source {
  const organisation = wide === true || wide === 'true';
  return { teamId: organisation ? null : teamId || null, enterpriseId: enterpriseId || null };
}

/** With Slack Connect the team of an event may be the sender's; `authorizations` names the installation. */
export function sourceOf(body: {
  readonly team_id?: string | null | undefined;
  readonly enterprise_id?: string | null | undefined;
  readonly authorizations?:
    | readonly {
        readonly team_id: string | null;
        readonly enterprise_id: string | null;
        readonly is_enterprise_install?: boolean;
      }[]
    | undefined;
}): Source {
  const installation = body.authorizations?.[0] ?? body;
  const wide = 'is_enterprise_install' in installation ? installation.is_enterprise_install : false;
  return sourceFrom(installation.team_id, installation.enterprise_id, wide);
}

export function sourceOfCommand(body: {
  readonly team_id?: string;
  readonly enterprise_id?: string;
  readonly is_enterprise_install?: Flag;
}): Source {
  return sourceFrom(body.team_id, body.enterprise_id, body.is_enterprise_install);
}

interface Team {
  readonly id: string;
  readonly enterprise_id?: string;
}

export function sourceOfInteraction(body: {
  readonly team?: Team | null | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
  readonly is_enterprise_install?: Flag;
  readonly user: { readonly team_id?: string };
  readonly view?: { readonly app_installed_team_id?: string | null } | undefined;
}): Source {
  const installed = body.view?.app_installed_team_id;
  const enterpriseId = body.enterprise?.id ?? body.team?.enterprise_id ?? installed;
  return sourceFrom(installed ?? body.team?.id ?? body.user.team_id, enterpriseId, body.is_enterprise_install);
}
