/** The manifest is what Slack's schema allows, and says neither more nor less than the code does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import { Ajv } from 'ajv';
import type { Desk } from '../../../../adapters/slack/desk.ts';
import { type EverydayParts, registerEveryday } from '../../../../adapters/slack/handlers/everyday.ts';
import { type FormParts, registerForms } from '../../../../adapters/slack/handlers/forms.ts';
import { registerMessages } from '../../../../adapters/slack/handlers/messages.ts';
import { slackManifest } from '../../../../adapters/slack/manifest.ts';
import { SCOPES } from '../../../../adapters/slack/scopes.ts';
import { commandInfos } from '../../../../src/app/completion.ts';
import { families } from '../../../../src/features/families.ts';
import { findCommand } from '../../../../src/grammar/find.ts';
import { LANGUAGES } from '../../../../src/text/catalogue.ts';
import { wordFor } from '../../../../src/text/words.ts';

const schema = JSON.parse(readFileSync('test/fixtures/slack/manifest/manifest.schema.2.0.0.json', 'utf8'));
const made = (locale: string, url: string | null = null) =>
  slackManifest({ locale, commands: commandInfos(locale), url });
const manifest = made('de');

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (locale) => {
  test.each([null, 'https://mitwirk.example.org/slack/events'])('it is what the schema allows (address: %s)', (url) => {
    const ajv = new Ajv({ strict: false, formats: { uri: true } });

    const valid = ajv.validate(schema, made(locale, url));

    expect(ajv.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });
});

test('the schema refuses what Slack refuses', () => {
  const ajv = new Ajv({ strict: false, formats: { uri: true } });

  expect(ajv.validate(schema, { ...manifest, display_information: { name: 'x'.repeat(36) } })).toBe(false);
});

test('every family is a slash command in every language, but for what Slack keeps to itself', () => {
  const declared = families.flatMap(({ name }) => LANGUAGES.map(({ tag }) => `/${wordFor(tag, name)}`));
  const there = manifest.features.slash_commands.map(({ command }) => command);

  expect([...new Set(declared)].filter((command) => !there.includes(command))).toEqual(['/me']);
  expect(there.filter((command) => !declared.includes(command))).toEqual([]);
});

test('every slash command is understood, and its hint names verbs that are', () => {
  for (const { command, usage_hint } of manifest.features.slash_commands) {
    expect(findCommand(command, families, { direct: false, locale: 'de' })?.command.family).toBeDefined();
    for (const verb of usage_hint.split(' | ')) {
      expect(findCommand(`${command} ${verb}`, families, { direct: false, locale: 'de' })).not.toBeNull();
    }
  }
});

test.each([
  ['/beschluss', 'ja | nein | enthaltung'],
  ['/beitrag', 'geben'],
  ['/aufgabe', 'neu | liste'],
])('the hint of %s begins with what most people need', (name, words) => {
  const found = manifest.features.slash_commands.find(({ command }) => command === name);

  expect(found?.usage_hint.startsWith(words)).toBe(true);
});

test('the events it asks for are those that are listened to', () => {
  const listened = new Set<string>();
  const app = { event: (name: string) => listened.add(name === 'message' ? 'message.im' : name) } as unknown as App;
  registerMessages(app, {} as Desk);
  registerEveryday(app, {} as Desk, {} as EverydayParts);

  expect([...listened].sort()).toEqual(manifest.settings.event_subscriptions.bot_events);
});

test('its shortcuts are those that are answered', () => {
  const kinds: string[] = [];
  const app = {
    shortcut: ({ type }: { type: string }) => kinds.push(type),
    action: () => undefined,
  } as unknown as App;
  registerForms(app, {} as Desk, {} as FormParts);

  const declared = manifest.features.shortcuts.map(({ type }) => (type === 'global' ? 'shortcut' : 'message_action'));
  expect([...new Set(declared)].sort()).toEqual([...new Set(kinds)].sort());
});

/** https://docs.slack.dev/reference/methods */
const NEEDED_FOR: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'oauth.v2': [],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};
/** https://docs.slack.dev/reference/events; those that are left out need none. */
const NEEDED_TO_HEAR: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^app_mention$/, ['app_mentions:read']],
  [/^channel_/, ['channels:read']],
  [/^group_/, ['groups:read']],
  [/^member_/, ['channels:read', 'groups:read']],
  [/^message\.im$/, ['im:history']],
  [/^user_change$/, ['users:read']],
];

test('it asks for the scopes its calls and events need, and for no other', () => {
  const sources = readdirSync('adapters/slack', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('transport'))
    .map((file) => readFileSync(join('adapters/slack', file), 'utf8'));
  const calls = sources.flatMap((source) =>
    [...source.matchAll(/client(?:\(\)\))?\.([a-z]+)\.(\w+)\(?/g)].map(([, area, method]) => `${area}.${method}`),
  );
  const heard = manifest.settings.event_subscriptions.bot_events.flatMap((event) =>
    NEEDED_TO_HEAR.filter(([pattern]) => pattern.test(event)).flatMap(([, scopes]) => scopes),
  );

  expect(calls.filter((call) => NEEDED_FOR[call] === undefined)).toEqual([]);
  const needed = new Set(['commands', ...calls.flatMap((call) => NEEDED_FOR[call] ?? []), ...heard]);
  expect([...needed].sort()).toEqual(Object.keys(SCOPES).sort());
});
