/** What people write to the bot: mentions of it in channels, and direct messages. */
import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import type { Visit } from '../inbound/source.ts';
import { sourceOf } from './source.ts';

/** The part of a message event that is read. */
interface Written {
  readonly user?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly channel: string;
  readonly channel_type?: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly user_team?: string;
  readonly team?: string;
}

export function registerMessages(app: App, desk: Desk): void {
  app.event('app_mention', async ({ event, body }) => {
    await handleWritten(desk, event as Written, body, true);
  });
  app.event('message', async ({ event, body }) => {
    const message = event as Written;
    if (message.channel_type === 'im') await handleWritten(desk, message, body, false);
  });
}

/** Edits, joins and what bots write never run a command. */
async function handleWritten(
  desk: Desk,
  message: Written,
  body: Parameters<typeof sourceOf>[0] & { readonly event_id: string },
  mention: boolean,
): Promise<void> {
  const plain =
    message.subtype === undefined || message.subtype === 'file_share' || message.subtype === 'thread_broadcast';
  if (!plain || message.bot_id !== undefined || message.user === undefined) return;
  const { user } = message;
  const visit: Visit = {
    key: `event ${body.event_id}`,
    source: sourceOf(body),
    visitor: { id: user, name: null, teamId: message.user_team ?? message.team ?? null },
    place: { id: message.channel, name: null },
    threadTs: message.thread_ts ?? null,
  };
  await desk.receive(visit.key, async () => {
    const outcome = await desk.typed(visit, message.text ?? '', mention ? withPrefix : (text) => text);
    if (!outcome?.answer.card) return;
    const { workspace, person, locale } = outcome.guest;
    const recipient = {
      workspace,
      person: person.id,
      channel: message.channel,
      threadTs: visit.threadTs,
      respond: null,
    };
    await desk.answers.send({ ...recipient, to: mention ? 'person' : 'everyone' }, outcome.answer.card, locale);
  });
}

/** After a mention the slash may be left out; a mention alone asks for help. */
function withPrefix(text: string): string {
  if (text === '') return '/mitwirk';
  return /^[/!]/.test(text) ? text : `/${text}`;
}
