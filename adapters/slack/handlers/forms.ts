/** Opening forms: by shortcut, from a message, or from App Home. Opening is the first thing done, as Slack waits three seconds for it. */
import type { App, BlockButtonAction, GlobalShortcut, MessageShortcut, types, webApi } from '@slack/bolt';
import type { CommandInfo } from '../../../src/ports/bot.ts';
import type { Desk } from '../desk.ts';
import { chooserView, formView } from '../forms/views.ts';
import { partsOf } from '../inbound/markup.ts';
import { messageLink, wordsOf } from '../inbound/shared.ts';
import type { Source, Visitor } from '../inbound/source.ts';
import { note } from '../note.ts';
import { SLACK, type SlackBot } from '../options.ts';
import { CHOOSE } from '../render/home.ts';
import { INPUT_TEXT } from '../render/limits.ts';
import { shorten } from '../render/shorten.ts';
import type { People } from '../web/people.ts';
import { externalId } from '../web/workspace.ts';
import type { Workspaces } from '../web/workspaces.ts';
import { acknowledge } from './acknowledge.ts';
import { sourceOfInteraction } from './source.ts';

/** Callback ids of the shortcuts. */
export const SHORTCUT = 'mitwirk';
export const TASK_FROM_MESSAGE = 'task_from_message';
export const INPUT_FROM_MESSAGE = 'input_from_message';

const FROM_MESSAGE: Readonly<Record<string, string>> = {
  [TASK_FROM_MESSAGE]: 'task.add',
  [INPUT_FROM_MESSAGE]: 'input.give',
};

export interface FormParts {
  readonly bot: SlackBot;
  readonly workspaces: Workspaces;
  readonly people: People;
}

interface Opening {
  readonly key: string;
  readonly trigger: string;
  readonly source: Source;
  readonly visitor: Visitor;
  readonly channel: string | null;
  /** The message the form is opened on; null where there is none, or its address is known already. */
  readonly unaddressed: { readonly channel: string; readonly message_ts: string } | null;
  readonly view: (locale: string, known: Known) => types.ModalView;
}

/** What has been found out by the time the form is shown. */
interface Known {
  readonly nameOf: (id: string) => string | null;
  readonly permalink: string | null;
}

export function registerForms(app: App, desk: Desk, { bot, workspaces, people }: FormParts): void {
  app.shortcut({ type: 'shortcut', callback_id: /.*/ }, async ({ shortcut, ack }) => {
    await acknowledge(ack, desk.log);
    await open(choosing(shortcut as GlobalShortcut));
  });
  app.action(CHOOSE, async ({ body, ack }) => {
    await acknowledge(ack, desk.log);
    await open(choosing(body as BlockButtonAction));
  });
  app.shortcut({ type: 'message_action', callback_id: /.*/ }, async ({ shortcut, ack }) => {
    await acknowledge(ack, desk.log);
    const opening = onMessage(shortcut as MessageShortcut);
    if (opening) await open(opening);
  });

  function choosing(body: GlobalShortcut | BlockButtonAction): Opening {
    const memory = { command: null, place: null, threadTs: null, permalink: null };
    return {
      ...openingOf(body),
      channel: null,
      unaddressed: null,
      view: (locale) => chooserView(bot.commands(locale), { ...memory, locale }),
    };
  }

  function onMessage(body: MessageShortcut): Opening | null {
    const code = FROM_MESSAGE[body.callback_id];
    if (code === undefined) return null;
    const { channel, message } = body;
    const thread = typeof message.thread_ts === 'string' ? message.thread_ts : message.ts;
    const built = messageLink(body.team?.domain ?? null, channel.id, message.ts);
    const place = { id: channel.id, name: channel.name };
    const parts = partsOf(message.text ?? '');
    return {
      ...openingOf(body),
      channel: channel.id,
      unaddressed: built === null ? { channel: channel.id, message_ts: message.ts } : null,
      view: (locale, { nameOf, permalink: found }) => {
        const permalink = built ?? found;
        const memory = { command: code, place, threadTs: thread, permalink, locale };
        const source = code === 'task.add' || permalink === null ? '' : `\n${permalink}`;
        const text = `${shorten(wordsOf(parts, nameOf), INPUT_TEXT - source.length)}${source}`;
        return formView({ command: ownCommand(code, locale), memory, initial: { text } });
      },
    };
  }

  function ownCommand(code: string, locale: string): CommandInfo {
    const command = commandNamed(bot, code, locale);
    if (!command) throw new Error(`There is no command ${code}`);
    return command;
  }

  async function open(opening: Opening): Promise<void> {
    await desk.receive(opening.key, async () => {
      const workspace = await workspaces.of(opening.source);
      if (!workspace) return;
      const person = externalId(workspace.tenant, opening.visitor.id);
      const guess = desk.likelyLocale(person, people.known(workspace, opening.visitor.id)?.locale ?? null);
      const client = await workspace.client();
      const nameOf = (id: string) => people.known(workspace, id)?.name ?? null;
      let opened: webApi.ViewsOpenResponse['view'];
      try {
        const first = opening.view(guess, { nameOf, permalink: null });
        opened = (await client.views.open({ trigger_id: opening.trigger, view: first })).view;
      } catch (error) {
        desk.log.warn('a form was not opened', { reason: String(error) });
        const recipient = {
          workspace,
          person: opening.visitor.id,
          channel: opening.channel,
          threadTs: null,
          respond: null,
        };
        await desk.answers.send({ ...recipient, to: 'person' }, note(guess, 'slack.form.expired'), guess);
        return;
      }
      const [locale, permalink] = await Promise.all([
        bot.localeOf(SLACK, person).catch(() => guess),
        addressOf(client, opening.unaddressed),
      ]);
      if ((locale === guess && permalink === null) || !opened?.id) return;
      const view = opening.view(locale, { nameOf, permalink });
      const hash = opened.hash ? { hash: opened.hash } : {};
      // The form stands there in any case, unless it was sent or closed in the meantime.
      await client.views.update({ view_id: opened.id, view, ...hash }).catch((error: unknown) => {
        desk.log.warn('a form was not made to suit', { reason: String(error) });
      });
    });
  }
}

/** Where an organisation has installed the app, the payload does not say in which workspace's address a message is found. */
async function addressOf(client: webApi.WebClient, message: Opening['unaddressed']): Promise<string | null> {
  if (message === null) return null;
  const found = await client.chat.getPermalink(message).catch(() => null);
  return found?.permalink ?? null;
}

/** Null for a command that there is no more. */
export function commandNamed(bot: SlackBot, code: string, locale: string): CommandInfo | null {
  return bot.commands(locale).find((candidate) => candidate.code === code) ?? null;
}

function openingOf(body: GlobalShortcut | MessageShortcut | BlockButtonAction) {
  return {
    key: `open ${body.trigger_id}`,
    trigger: body.trigger_id,
    source: sourceOfInteraction(body),
    visitor: {
      id: body.user.id,
      name: 'username' in body.user ? (body.user.username ?? null) : null,
      teamId: body.user.team_id ?? null,
    },
  };
}
