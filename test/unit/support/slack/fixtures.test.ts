/** What the driver sends has the fields and types of Slack's own payloads. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDriver, type SlackDriver } from '../../../support/slack/driver/driver.ts';
import { type SlackServer, startSlackServer } from '../../../support/slack/index.ts';
import { byBot, say } from '../../../support/slack/state/say.ts';

const FIXTURES = 'test/fixtures/slack';
const deaf = { deliver: async () => ({ status: 200, body: null, ms: 0 }) };

let slack: SlackServer;
let driver: SlackDriver;

beforeAll(async () => {
  slack = await startSlackServer();
  driver = createDriver(slack, deaf);
});
afterAll(() => slack.close());

/** Types in place of values; a list by its first member. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (value === null || typeof value !== 'object') return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shape(part)]));
}

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(`${FIXTURES}/${name}.json`, 'utf8'));
}

function scene() {
  const user = slack.team.addUser('vorsitz');
  const koordination = slack.team.addUser('koordination');
  const open = slack.team.addChannel('ag-bildung', { members: [user] });
  const closed = slack.team.addChannel('steuerung', { kind: 'private', members: [user] });
  return { user, koordination, open, closed, written: driver.say(user, open, 'Plakat bis Freitag') };
}

type Scene = ReturnType<typeof scene>;

const events: Readonly<Record<string, (scene: Scene) => Promise<{ readonly payload: unknown }>>> = {
  app_mention: ({ user, open }) => driver.mention(user, open, 'Plakat bis Freitag'),
  message_im: ({ user }) => driver.dm(user, 'Plakat bis Freitag'),
  message_changed: async ({ user }) => driver.edit(user, (await driver.dm(user, 'Plakat')).posted, 'Plakate'),
  message_deleted: async ({ user }) => driver.takeBack((await driver.dm(user, 'Plakat')).posted),
  bot_message: ({ user }) => driver.otherBot(user, 'Regen am Freitag'),
  app_home_opened: ({ user }) => driver.openHome(user),
  member_joined_channel: ({ user, open, koordination }) => driver.join(user, open, koordination),
  member_left_channel: ({ user, open }) => driver.leave(user, open),
  channel_rename: ({ open }) => driver.rename(open, 'ag-kultur'),
  group_rename: ({ closed }) => driver.rename(closed, 'lenkung'),
  channel_archive: ({ user, open }) => driver.archive(user, open),
  group_archive: ({ user, closed }) => driver.archive(user, closed),
  channel_unarchive: ({ user, open }) => driver.unarchive(user, open),
  group_unarchive: ({ user, closed }) => driver.unarchive(user, closed),
  channel_left: ({ user, open }) => driver.removeBot(user, open),
  group_left: ({ user, closed }) => driver.removeBot(user, closed),
  channel_deleted: ({ user, open }) => driver.remove(user, open),
  group_deleted: ({ user, closed }) => driver.remove(user, closed),
  user_change: ({ user }) => driver.changeUser(user, { displayName: 'Der Vorsitz' }),
  team_join: ({ user }) => driver.joinTeam(user),
  tokens_revoked: () => driver.revokeTokens(),
  app_uninstalled: () => driver.uninstall(),
  app_rate_limited: () => driver.rateLimitEvents(),
};

const button = {
  type: 'button',
  action_id: 'task.done',
  text: { type: 'plain_text', text: 'Erledigt' },
  value: 'A-1',
  style: 'primary',
};
const modal = {
  id: 'V1',
  team_id: 'T1',
  type: 'modal',
  blocks: [
    {
      type: 'input',
      block_id: 'titel',
      label: { type: 'plain_text', text: 'Titel', emoji: true },
      optional: false,
      dispatch_action: false,
      element: { type: 'plain_text_input', action_id: 'titel' },
    },
  ],
  private_metadata: '',
  callback_id: 'task.add',
  state: { values: {} },
  hash: '1.h',
  title: { type: 'plain_text', text: 'Neue Aufgabe', emoji: true },
  close: { type: 'plain_text', text: 'Abbrechen', emoji: true },
  submit: { type: 'plain_text', text: 'Anlegen', emoji: true },
  clear_on_close: false,
  notify_on_close: true,
  submit_disabled: false,
  previous_view_id: null,
  root_view_id: 'V1',
  app_id: 'A1',
  external_id: '',
  app_installed_team_id: 'T1',
  bot_id: 'B1',
};

function card({ open }: Scene) {
  const blocks = [{ type: 'actions', elements: [button] }];
  const metadata = { event_type: 'mitwirk', event_payload: {} };
  const { team } = slack;
  return say(slack.slack, team, { channel: open.id, message: { ...byBot(team), text: 'Plakat', blocks, metadata } });
}

const interactions: Readonly<Record<string, (scene: Scene) => Promise<{ readonly payload: unknown } | null>>> = {
  slash_command: ({ user, open }) => driver.slash(user, open, '/task', 'add Plakat bis Freitag'),
  block_actions: (there) => driver.press(there.user, card(there), 'Erledigt'),
  message_action: ({ user, written }) => driver.messageShortcut(user, written, 'task.from'),
  view_submission: ({ user }) => driver.submit(user, modal, { Titel: 'Plakat' }),
  view_closed: ({ user }) => driver.close(user, modal),
};

test.each(Object.entries(events))('the event %s', async (name, act) => {
  const { payload } = await act(scene());

  expect(shape(payload)).toEqual(shape(fixture(`events/${name}`)));
});

test.each(Object.entries(interactions))('the interaction %s', async (name, act) => {
  const delivered = await act(scene());

  expect(shape(delivered?.payload)).toEqual(shape(fixture(`interactions/${name}`)));
});

test('every fixture is compared', () => {
  const names = (folder: string) =>
    readdirSync(`${FIXTURES}/${folder}`)
      .map((file) => file.replace('.json', ''))
      .sort();

  expect(names('events')).toEqual(Object.keys(events).sort());
  expect(names('interactions')).toEqual(Object.keys(interactions).sort());
});
