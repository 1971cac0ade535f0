/** Installing the app by consent, page by page. */
import type { Workspace } from './slack/index.ts';
import type { Stage } from './slackStage.ts';

/** As an administrator's browser does it; gives the status of the page the administrator ends on. */
export async function install(
  stage: Pick<Stage, 'url'>,
  team: Workspace,
  { cookie = true, state = '' } = {},
): Promise<number> {
  const base = stage.url().replace('/slack/events', '');
  const begun = await fetch(`${base}/slack/install`, { redirect: 'manual' });
  const consent = new URL(begun.headers.get('location') ?? '');
  consent.searchParams.set('team', team.id);
  const agreed = await fetch(consent, { redirect: 'manual' });
  const back = new URL(agreed.headers.get('location') ?? '');
  if (state !== '') back.searchParams.set('state', state);
  const headers = cookie ? { cookie: (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '' } : {};
  const done = await fetch(`${base}/slack/oauth_redirect${back.search}`, { redirect: 'manual', headers });
  return done.status;
}
