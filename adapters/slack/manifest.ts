/** The app as Slack is told about it, derived from the commands: https://docs.slack.dev/reference/app-manifest */

import type { CommandInfo } from '../../src/ports/bot.ts';
import { declaredKey, LANGUAGES, translate } from '../../src/text/catalogue.ts';
import type { PlainKey } from '../../src/text/messages.ts';
import { wordFor } from '../../src/text/words.ts';
import { EVENTS } from './handlers/everyday.ts';
import { INPUT_FROM_MESSAGE, SHORTCUT, TASK_FROM_MESSAGE } from './handlers/forms.ts';
import { SCOPES } from './scopes.ts';

/** Slack's own commands, which no app can have: https://slack.com/help/articles/201259356 */
const BUILT_IN: ReadonlySet<string> = new Set(['/me']);

const USAGE_HINT = 1_000;

export interface ManifestOptions {
  readonly locale: string;
  readonly commands: readonly CommandInfo[];
  /** Where requests are received over HTTP, such as `https://example.org/slack/events`; null: Socket Mode. */
  readonly url: string | null;
}

export function slackManifest({ locale, commands, url }: ManifestOptions) {
  const say = (key: PlainKey) => translate(locale, key);
  const address = url === null ? {} : { request_url: url };
  return {
    display_information: {
      name: 'Mitwirk',
      description: say('slack.manifest.description'),
      long_description: say('slack.manifest.long'),
      background_color: '#1d4f5c',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Mitwirk', always_online: true },
      shortcuts: shortcuts(say),
      slash_commands: slashCommands(locale, commands).map((command) => (url === null ? command : { ...command, url })),
    },
    oauth_config: { ...redirect(url), scopes: { bot: Object.keys(SCOPES) } },
    settings: {
      event_subscriptions: { ...address, bot_events: [...EVENTS].sort() },
      interactivity: { is_enabled: true, ...address },
      // Only makes it possible: https://docs.slack.dev/enterprise/developing-for-enterprise-orgs
      org_deploy_enabled: true,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}

/** Where Slack sends administrators who agreed, when several workspaces may install the app. */
function redirect(url: string | null) {
  return url === null ? {} : { redirect_urls: [new URL('/slack/oauth_redirect', url).href] };
}

function shortcuts(say: (key: PlainKey) => string) {
  return [
    {
      name: say('slack.shortcut.any'),
      type: 'global',
      callback_id: SHORTCUT,
      description: say('slack.shortcut.anyText'),
    },
    {
      name: say('slack.shortcut.task'),
      type: 'message',
      callback_id: TASK_FROM_MESSAGE,
      description: say('slack.shortcut.taskText'),
    },
    {
      name: say('slack.shortcut.input'),
      type: 'message',
      callback_id: INPUT_FROM_MESSAGE,
      description: say('slack.shortcut.inputText'),
    },
  ];
}

/** Every family by its name in every language. */
function slashCommands(locale: string, commands: readonly CommandInfo[]) {
  const families = [...new Set(commands.map(({ code }) => familyOf(code)))];
  const names = families.flatMap((family) =>
    [...new Set(LANGUAGES.map(({ tag }) => `/${wordFor(tag, family)}`).filter((name) => !BUILT_IN.has(name)))].map(
      (command) => ({ family, command }),
    ),
  );
  return names.map(({ family, command }) => ({
    command,
    description: translate(locale, declaredKey(`family.${family}`)),
    usage_hint: hintOf(
      locale,
      commands.filter(({ code }) => familyOf(code) === family),
    ),
    should_escape: true,
  }));
}

function familyOf(code: string): string {
  return code.split('.')[0] ?? code;
}

function hintOf(locale: string, commands: readonly CommandInfo[]): string {
  return commands
    .map(({ code }) => wordFor(locale, code))
    .join(' | ')
    .slice(0, USAGE_HINT);
}
