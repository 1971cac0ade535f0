/** Which installation an event or interaction is for. */
import type { Source } from '../inbound/source.ts';

/** With Slack Connect the team of an event may be the sender's; `authorizations` names the installation. */
export function sourceOf(body: {
  readonly team_id?: string | null | undefined;
  readonly enterprise_id?: string | null | undefined;
  readonly authorizations?:
    | readonly { readonly team_id: string | null; readonly enterprise_id: string | null }[]
    | undefined;
}): Source {
  const installation = body.authorizations?.[0];
  if (installation) return { teamId: installation.team_id, enterpriseId: installation.enterprise_id };
  return { teamId: body.team_id ?? null, enterpriseId: body.enterprise_id ?? null };
}

interface Team {
  readonly id: string;
}

export function sourceOfInteraction(body: {
  readonly team?: Team | null | undefined;
  readonly enterprise?: Team | null | undefined;
  readonly user: { readonly team_id?: string };
  readonly view?: { readonly app_installed_team_id?: string | null } | undefined;
}): Source {
  const teamId = body.view?.app_installed_team_id ?? body.team?.id ?? body.user.team_id ?? null;
  return { teamId, enterpriseId: body.enterprise?.id ?? null };
}
