/** Slash commands. */
import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import type { Visit } from '../inbound/source.ts';
import { acknowledge } from './acknowledge.ts';
import { sourceOfCommand } from './source.ts';

export function registerCommands(app: App, desk: Desk): void {
  app.command(/.*/, async ({ command, ack, respond }) => {
    await acknowledge(ack, desk.log);
    const visit: Visit = {
      // The one-time address is no one else's either.
      key: `command ${command.team_id} ${command.user_id} ${command.trigger_id || command.response_url}`,
      source: sourceOfCommand(command),
      visitor: { id: command.user_id, name: command.user_name ?? null, teamId: command.team_id ?? null },
      place: { id: command.channel_id, name: command.channel_name ?? null },
      threadTs: null,
    };
    await desk.receive(visit.key, async () => {
      const outcome = await desk.typed(visit, command.text ?? '', (text) => `${command.command} ${text}`.trim());
      if (!outcome?.answer.card) return;
      const { workspace, person, locale } = outcome.guest;
      const recipient = { workspace, person: person.id, channel: command.channel_id, threadTs: null, respond };
      await desk.answers.send({ ...recipient, to: 'person' }, outcome.answer.card, locale);
    });
  });
}
