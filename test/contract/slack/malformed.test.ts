/** Payloads with too much, too little or nonsense in them: acknowledged at once, nothing changes, and the bot goes on. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../support/database.ts';
import type { Json } from '../../support/slack/blocks/check.ts';
import { httpDriver, type Posted } from '../../support/slack/index.ts';
import { newest, openTown, type Town } from '../../support/slackStage.ts';

const QUICK_MS = 1_000;

/** What is put over a right payload of each kind. */
const NONSENSE: Readonly<Record<'command' | 'press' | 'submit' | 'event', readonly Json[]>> = {
  command: [
    { text: null },
    { text: undefined, user_name: undefined, channel_name: undefined },
    { team_id: undefined, enterprise_id: undefined },
    { user_id: undefined },
    { channel_id: undefined },
    { trigger_id: undefined },
    { response_url: undefined },
    { command: '/gibtsnicht' },
    { text: '\u0000\u200b\ufeff' },
    { text: 'x'.repeat(50_000) },
  ],
  press: [
    { actions: [] },
    { actions: null },
    { actions: [null] },
    { actions: [{}] },
    { actions: [{ type: 'button', action_id: 'typed.0.0.task.done' }] },
    { actions: [{ type: 'button', action_id: 'typed.0.0.task.done', value: null }] },
    { actions: [{ type: 'button', action_id: 'of_an_older_version', value: 'x' }] },
    { actions: [{ type: 'static_select', action_id: 'typed.0', selected_option: null }] },
    { container: undefined },
    { container: null },
    { channel: undefined, container: { type: 'message' } },
    { user: undefined },
    { user: { id: 'U0NOBODY' } },
    { team: null, user: {} },
    { channel: { id: 'C0NOWHERE', name: null } },
    { response_url: undefined, channel: { id: 'C0NOWHERE', name: 'weg' } },
    { type: 'interactive_message' },
  ],
  submit: [
    { view: null },
    { view: {} },
    { view: { callback_id: 'form', private_metadata: 'no json' } },
    { view: { callback_id: 'form', private_metadata: '["task.gone",null,null,null,"de"]', state: { values: {} } } },
    { view: { callback_id: 'form', private_metadata: '["task.add",null,null,null,"xx"]' } },
    { view: { callback_id: 'form', private_metadata: '["task.add",null,null,null,"de"]', state: null } },
    { view: { callback_id: 'form', private_metadata: '["task.add",null,null,null,"de"]', state: { values: null } } },
    { view: { callback_id: 'chooser', private_metadata: '[]', state: { values: {} } } },
    { view: { callback_id: 'chooser', private_metadata: '[]' } },
    { view: { callback_id: 'of_an_older_version', private_metadata: '[]', state: { values: {} } } },
  ],
  event: [
    { event: null },
    { event: {} },
    { event: [] },
    { event: 'app_mention' },
    { event: { type: 'app_mention' } },
    { event: { type: 'app_mention', user: null, text: null, channel: null, ts: null } },
    { event: { type: 'message', channel_type: 'im', user: 'U0NOBODY', text: null, ts: '1.1', channel: 'D0NOWHERE' } },
    { event: { type: 'message', channel_type: 'im', user: 'U0NOBODY', ts: '1.2' } },
    { event: { type: 'user_change' } },
    { event: { type: 'user_change', user: { id: 'U0NOBODY' } } },
    { event: { type: 'channel_rename', channel: null } },
    { event: { type: 'channel_archive' } },
    { event: { type: 'channel_id_changed' } },
    { event: { type: 'member_left_channel' } },
    { event: { type: 'app_home_opened', tab: 'home' } },
    { event: { type: 'tokens_revoked' } },
    { event: { type: 'reaction_added', item: null } },
    { authorizations: [] },
    { authorizations: null },
    { event_id: undefined, team_id: undefined, authorizations: undefined },
    { type: 'something_new', event: undefined },
  ],
};

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let database: Database;
  let town: Town;

  beforeAll(async () => {
    database = await freshDatabase();
    town = await openTown(database, { mode });
    await town.say(town.leitung, town.bildung, '/aufgabe', 'neu Unberührt');
  });
  afterAll(async () => {
    await town.close();
    await database.close();
  });

  const read = (posted: Posted) => town.slack.visibleText(posted);
  const inRoom = () => town.slack.messagesIn(town.bildung).map(read).join('\n---\n');

  async function sendRight(kind: keyof typeof NONSENSE, override: Json) {
    const { people, slack, leitung, bildung } = town;
    if (kind === 'command') return people.slash(leitung, bildung, '/aufgabe', 'zeigen A-1', { override });
    if (kind === 'press') {
      const card = newest(slack.messagesIn(bildung), 'Unberührt', read);
      const shows = {
        type: 'button',
        action_id: 'typed.0.0.task.show',
        value: '/aufgabe zeigen A-1',
        action_ts: '1.1',
      };
      return people.press(leitung, card, 'Erledigt', { override: { actions: [shows], ...override } });
    }
    if (kind === 'event') return people.event('app_mention', {}, { override });
    const view = { id: 'V1', hash: '1', ...(override.view as Json) };
    const user = { id: leitung.id, name: leitung.name, team_id: leitung.teamId };
    const team = { id: slack.team.id, domain: slack.team.domain };
    return people.send('interactive', { type: 'view_submission', team, user, view: override.view && view });
  }

  describe.each(Object.keys(NONSENSE) as (keyof typeof NONSENSE)[])('%s', (kind) => {
    test.each(NONSENSE[kind].map((override) => [JSON.stringify(override)?.slice(0, 100), override] as const))(
      '%s',
      async (_, override) => {
        const before = inRoom();

        const { status, ms } = await sendRight(kind, override);
        await town.settle();

        expect(status).toBe(200);
        expect(ms).toBeLessThan(QUICK_MS);
        expect(inRoom()).toBe(before);
      },
    );
  });

  test('afterwards everything works as before', async () => {
    await town.say(town.leitung, town.bildung, '/aufgabe', 'neu Danach');

    expect(inRoom()).toContain('Danach');
  });

  test('a form of an older version says so instead of closing as if it had been accepted', async () => {
    const [outdated, unknown] = await Promise.all([
      sendRight('submit', { view: { callback_id: 'form', private_metadata: '["task.gone",null,null,null,"de"]' } }),
      sendRight('submit', { view: { callback_id: 'of_an_older_version', private_metadata: '[]' } }),
    ]);

    for (const { body } of [outdated, unknown]) {
      expect(body).toMatchObject({ response_action: 'update' });
      expect(JSON.stringify(body)).toContain('älteren Fassung');
    }
  });

  if (mode === 'http') {
    test.each([
      ['no json', 'application/json', 400],
      ['{"type":', 'application/json', 400],
      ['payload=no+json', 'application/x-www-form-urlencoded', 400],
      ['{"type":"event_callback"}', 'text/plain', 200],
      ['[]', 'application/json', 200],
      ['"text"', 'application/json', 200],
      ['null', 'application/json', 400],
      ['payload=null', 'application/x-www-form-urlencoded', 400],
      ['', 'application/json', 400],
      [`{"text":"${'x'.repeat(5 * 1024 * 1024)}"}`, 'application/json', 413],
    ])('a signed body that says nothing (%#) is refused quietly', async (body, type, status) => {
      const driver = httpDriver(town.slack, { url: town.stage.url() });

      const answer = await driver.post(body, type, {});

      expect([answer.status, answer.body]).toEqual([status, null]);
    });

    test('other addresses and ways of asking are not there', async () => {
      const base = new URL(town.stage.url());
      const asked = await Promise.all([
        fetch(base),
        fetch(new URL('/', base)),
        fetch(new URL('/slack/install', base)),
        fetch(new URL('/elsewhere', base), { method: 'POST', body: '{}' }),
      ]);

      expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    });
  }
});
