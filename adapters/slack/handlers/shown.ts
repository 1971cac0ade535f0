/** Answers to buttons where there is no conversation: over App Home, or in place of the form the button stands in. */
import type { BlockButtonAction } from '@slack/bolt';
import type { Desk, Outcome } from '../desk.ts';
import { closingView } from '../forms/views.ts';
import type { Visit } from '../inbound/source.ts';
import { note } from '../note.ts';
import type { People } from '../web/people.ts';
import { externalId } from '../web/workspace.ts';
import type { Workspaces } from '../web/workspaces.ts';

export interface ShownParts {
  readonly workspaces: Workspaces;
  readonly people: People;
}

export function createShown(desk: Desk, { workspaces, people }: ShownParts) {
  /** Before anything else is asked or done, as Slack lets a form be opened for three seconds only. */
  async function openOver(trigger: string, { source, visitor }: Visit): Promise<string | null> {
    const workspace = await workspaces.of(source);
    if (!workspace) return null;
    const slackLocale = people.known(workspace, visitor.id)?.locale ?? null;
    const locale = desk.likelyLocale(externalId(workspace.tenant, visitor.id), slackLocale);
    const client = await workspace.client();
    const view = closingView(note(locale, 'slack.form.working'), locale);
    const opened = await client.views.open({ trigger_id: trigger, view });
    return opened.view?.id ?? null;
  }

  return {
    /** The view for the answer; null where a message is the better way. */
    async viewFor(pressed: BlockButtonAction, visit: Visit): Promise<string | null> {
      if (pressed.view?.type === 'modal') return pressed.view.id;
      if (pressed.view?.type !== 'home') return null;
      return openOver(pressed.trigger_id, visit).catch((error: unknown) => {
        desk.log.warn('an answer was not opened', { reason: String(error) });
        return null;
      });
    },
    /** False when the view is gone, as whoever asked has closed it. */
    async show(viewId: string, { answer, guest }: Outcome): Promise<boolean> {
      const view = closingView(answer.card ?? note(guest.locale, 'slack.done'), guest.locale);
      const client = await guest.workspace.client();
      return client.views.update({ view_id: viewId, view }).then(
        () => true,
        () => false,
      );
    },
  };
}
