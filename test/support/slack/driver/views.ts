/** What becomes of a modal after it was submitted or closed. */
import { checkedView, stackOf, viewObject } from '../api/views.ts';
import { isObject } from '../blocks/check.ts';
import type { SlackUser, SlackView } from '../state/model.ts';
import type { Slack } from '../state/slack.ts';
import type { Workspace } from '../state/workspace.ts';

/**
 * Does what the acknowledgement asks for: nothing said closes the modal.
 * @throws ApiError when it holds a view that Slack would refuse
 */
export function submitted(slack: Slack, team: Workspace, user: SlackUser, view: SlackView, body: unknown): void {
  const known = team.views.get(view.id);
  const action = isObject(body) ? body.response_action : undefined;
  const next = isObject(body) && isObject(body.view) ? body.view : undefined;
  if (action === 'errors') return;
  if (action === 'clear') {
    for (const one of stackOf(team, user.id)) one.open = false;
  } else if (action === 'update' && known) {
    known.view = viewObject(slack, team, checkedView(next, 'modal'), null, known.view);
  } else if (action === 'push') {
    const pushed = viewObject(slack, team, checkedView(next, 'modal'), view);
    team.views.set(pushed.id, { view: pushed, user: user.id, open: true });
  } else if (known) {
    known.open = false;
  }
}

/** @returns whether the whole stack went with it */
export function closed(team: Workspace, user: SlackUser, view: SlackView): boolean {
  const known = team.views.get(view.id);
  if (known) known.open = false;
  if (!view.clear_on_close) return false;
  for (const one of stackOf(team, user.id)) one.open = false;
  return true;
}
