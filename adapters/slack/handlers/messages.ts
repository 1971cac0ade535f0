/** What people write to the bot: mentions of it in channels, and direct messages. */
import type { App } from '@slack/bolt';
import type { Desk, Outcome } from '../desk.ts';
import type { Visit } from '../inbound/source.ts';
import { note } from '../note.ts';
import { sourceOf } from './source.ts';

/** The part of a message event that is read. */
interface Written {
  readonly user?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string | null;
  readonly channel: string;
  readonly channel_type?: string;
  readonly subtype?: string | null;
  readonly bot_id?: string | null;
  readonly user_team?: string;
  readonly team?: string;
  readonly edited?: { readonly ts: string };
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

/** Joins, what bots write, and edits never run a command; an edit that could be taken for one is told so. */
async function handleWritten(
  desk: Desk,
  message: Written,
  body: Parameters<typeof sourceOf>[0],
  mention: boolean,
): Promise<void> {
  const plain = !message.subtype || message.subtype === 'file_share' || message.subtype === 'thread_broadcast';
  if (!plain || message.bot_id || message.user === undefined) return;
  const { user, edited } = message;
  const source = sourceOf(body);
  const written = `${source.teamId ?? source.enterpriseId} ${message.channel} ${message.ts}`;
  const visit: Visit = {
    // A message may be told of twice, as a mention and as a direct message; an event's own id would not show that.
    key: edited ? `edit ${written} ${edited.ts}` : `message ${written}`,
    source,
    visitor: { id: user, name: null, teamId: message.user_team ?? message.team ?? null },
    place: { id: message.channel, name: null },
    threadTs: message.thread_ts === message.ts ? null : (message.thread_ts ?? null),
  };
  await desk.receive(visit.key, async () => {
    const outcome = edited
      ? await onEdit(desk, visit)
      : await desk.typed(visit, message.text ?? '', commandIn(mention), mention);
    if (!outcome) return;
    const { workspace, person, locale } = outcome.guest;
    // What a mention asks for is always meant for the bot. In a thread nothing else would show everybody there that it was done.
    const done = mention && visit.threadTs !== null && !outcome.answer.card;
    const card = done ? note(locale, 'slack.done') : outcome.answer.card;
    if (!card) return;
    const recipient = {
      workspace,
      person: person.id,
      channel: message.channel,
      threadTs: visit.threadTs,
      respond: null,
    };
    await desk.answers.send({ ...recipient, to: mention && !done ? 'person' : 'everyone' }, card, locale);
  });
}

async function onEdit(desk: Desk, visit: Visit): Promise<Outcome | null> {
  const guest = await desk.guestOf(visit);
  return guest && desk.refusal(guest, 'chat.edit.ignored');
}

/** In a direct chat the slash may be left out by itself. */
function commandIn(mention: boolean): (text: string) => string {
  return mention ? withPrefix : (text) => text;
}

/** After a mention the slash may be left out; a mention alone asks for help. */
function withPrefix(text: string): string {
  if (text === '') return '/mitwirk';
  return /^[/!]/.test(text) ? text : `/${text}`;
}
