/** Buttons: pressing one does what it carries, with the rights of whoever presses it. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { carriedIn, contentOf } from '../../../src/message/press.ts';
import type { Desk, Guest, Outcome } from '../desk.ts';
import { createPresses } from '../inbound/presses.ts';
import type { Visit } from '../inbound/source.ts';
import { PRESS, TYPED } from '../render/buttons.ts';
import { acknowledge } from './acknowledge.ts';
import { createShown, type ShownParts } from './shown.ts';
import { sourceOfInteraction } from './source.ts';

export function registerActions(app: App, desk: Desk, parts: ShownParts): void {
  const presses = createPresses();
  const answers = createShown(desk, parts);

  // A button this version does not know belongs to an older one; choices inside forms are read when the form is sent.
  app.action(/^(?!choose$)/, async ({ ack, respond, body }) => {
    await acknowledge(ack, desk.log);
    const pressed = body as BlockButtonAction;
    const [action] = pressed.actions;
    if (action?.type !== 'button') return;
    const visit = visitOf(pressed);
    const message = pressed.container.message_ts ?? pressed.container.view_id ?? '';
    await desk.receive(visit.key, async () => {
      if (presses.isRepeated(pressed.user.id, `${pressed.channel?.id} ${message}`, action.action_id)) return;
      const shownIn = await answers.viewFor(pressed, visit);
      const guest = await desk.guestOf(visit);
      if (!guest) return;
      const outcome = await outcomeOf(visit, guest, action);
      if (shownIn !== null && (await answers.show(shownIn, outcome))) return;
      if (!outcome.answer.card) return;
      const { workspace, person, locale } = guest;
      const channel = pressed.channel?.id ?? null;
      const recipient = {
        workspace,
        person: person.id,
        channel,
        threadTs: visit.threadTs,
        respond: pressed.response_url ? respond : null,
      };
      await desk.answers.send({ ...recipient, to: 'person' }, outcome.answer.card, locale);
    });
  });
  app.options(/.*/, async ({ ack }) => acknowledge(() => ack({ options: [] }), desk.log));

  async function outcomeOf(
    visit: Visit,
    guest: Guest,
    { action_id, value }: { readonly action_id: string; readonly value?: string },
  ): Promise<Outcome> {
    if (!desk.mayTakePart(guest)) return desk.refusal(guest, 'slack.external');
    const known = [PRESS, TYPED].some((kind) => action_id.startsWith(`${kind}.`));
    const carried = known && value ? carriedIn(value) : null;
    if (carried === null) return desk.refusal(guest, 'slack.buttonOutdated');
    return desk.ask(visit, guest, contentOf(carried), []);
  }
}

function visitOf(body: BlockButtonAction): Visit {
  const [action] = body.actions;
  const fallback = `${action?.action_ts} ${body.user.id} ${action?.action_id}`;
  return {
    key: `action ${body.trigger_id || fallback}`,
    source: sourceOfInteraction(body),
    visitor: { id: body.user.id, name: body.user.username ?? null, teamId: body.user.team_id ?? null },
    place: body.channel ? { id: body.channel.id, name: body.channel.name ?? null } : null,
    threadTs: threadOf(body),
  };
}

function threadOf({ container }: BlockButtonAction): string | null {
  return typeof container.thread_ts === 'string' ? container.thread_ts : null;
}
