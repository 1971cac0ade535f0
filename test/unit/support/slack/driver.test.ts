/** The driver speaks to a real Bolt app as Slack does, by both transports alike. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { closeAll, overHttp, overSocket, people, type Stage } from './stage.ts';

afterEach(closeAll);

const transports: readonly (readonly [string, () => Promise<Stage>])[] = [
  ['HTTP', overHttp],
  ['Socket Mode', overSocket],
];

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = { type: 'button' as const, action_id: 'task.done', text: plain('Erledigt'), value: 'A-1' };
const form = {
  type: 'modal' as const,
  callback_id: 'task.add',
  title: plain('Aufgabe'),
  submit: plain('Anlegen'),
  blocks: [
    {
      type: 'input',
      block_id: 'titel',
      label: plain('Titel'),
      element: { type: 'plain_text_input', action_id: 'titel' },
    },
    {
      type: 'input',
      block_id: 'frist',
      optional: true,
      label: plain('Frist'),
      element: { type: 'datepicker', action_id: 'frist' },
    },
  ],
};

describe.each(transports)('over %s', (_, open) => {
  test('a typed command is acknowledged and answered by its response_url', async () => {
    const stage = await open();
    const { slack, app, driver } = stage;
    const { user, channel } = people(stage);
    app.command('/task', async ({ ack, command, respond }) => {
      await ack();
      await respond(`${command.text} für <@${command.user_id}>`);
    });

    const delivered = await driver.slash(user, channel, '/task', 'add Plakat');

    expect(delivered.status).toBe(200);
    expect(delivered.ms).toBeLessThan(1000);
    const answer = await slack.until('the answer', () => slack.ephemeralsFor(user)[0]);
    expect(slack.visibleText(answer)).toBe('add Plakat für @vorsitz');
  });

  test('what a command acknowledges with is shown to the person', async () => {
    const stage = await open();
    const { user, channel } = people(stage);
    stage.app.command('/task', ({ ack }) => ack('Verstanden'));

    await stage.driver.slash(user, channel, '/task');

    expect(stage.slack.ephemeralsFor(user).map(({ message }) => message.text)).toEqual(['Verstanden']);
  });

  test('a pressed button brings its message, and the answer may replace it', async () => {
    const stage = await open();
    const { slack, app, driver } = stage;
    const { user, channel } = people(stage);
    app.action('task.done', async ({ ack, respond, body }) => {
      await ack();
      await respond({ replace_original: true, text: `Erledigt von <@${body.user.id}>` });
    });
    await app.client.chat.postMessage({
      channel: channel.id,
      text: 'Plakat',
      blocks: [{ type: 'actions', elements: [button] }],
    });
    const [posted] = slack.messagesIn(channel);
    if (!posted) throw new Error('nothing was posted');

    const delivered = await driver.press(user, posted, 'Erledigt');

    expect(delivered.payload).toMatchObject({
      actions: [{ action_id: 'task.done', value: 'A-1' }],
      message: { ts: posted.ts },
    });
    await slack.until('the change', () => posted.earlier.length === 1);
    expect(slack.visibleText(posted)).toBe('Erledigt von @vorsitz');
  });

  test('a shortcut opens a form, whose mistakes are told at the field', async () => {
    const stage = await open();
    const { slack, app, driver } = stage;
    const { user, channel } = people(stage);
    const heard: unknown[] = [];
    app.shortcut('task.from', async ({ ack, client, shortcut }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
    });
    app.view('task.add', async ({ ack, view }) => {
      heard.push(view.state.values);
      const short = view.state.values.titel?.titel?.value === 'x';
      if (short) await ack({ response_action: 'errors', errors: { titel: 'zu kurz' } });
      else await ack();
    });
    await driver.messageShortcut(user, driver.say(user, channel, 'Wer macht das Plakat?'), 'task.from');
    const view = await slack.until('the form', () => slack.modalOf(user));

    const wrong = await driver.submit(user, view, { Titel: 'x' });
    expect(wrong.body).toEqual({ response_action: 'errors', errors: { titel: 'zu kurz' } });
    expect(slack.modalOf(user)).toBe(view);
    await driver.submit(user, view, { Titel: 'Plakat', frist: '2027-01-15' });

    expect(slack.modalOf(user)).toBeUndefined();
    expect(heard.at(-1)).toEqual({
      titel: { titel: { type: 'plain_text_input', value: 'Plakat' } },
      frist: { frist: { type: 'datepicker', selected_date: '2027-01-15' } },
    });
  });

  test('a mention, a direct message and a look at the home tab are events', async () => {
    const stage = await open();
    const { slack, app, driver } = stage;
    const { user, channel } = people(stage);
    app.event('app_mention', async ({ event, say }) => void (await say({ text: 'hier', thread_ts: event.ts })));
    app.message(async ({ say }) => void (await say('direkt')));
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'header', text: plain('Heim') }] },
      });
    });

    const { posted } = await driver.mention(user, channel, 'Hilfe & <!channel>');
    await driver.dm(user, 'Hilfe');
    await driver.openHome(user);

    expect(posted.message.text).toBe(`<@${slack.team.bot.id}> Hilfe &amp; &lt;!channel&gt;`);
    const answer = await slack.until('the answer in the thread', () => slack.messagesIn(channel)[1]);
    expect(answer.message).toMatchObject({ text: 'hier', thread_ts: posted.ts });
    expect((await slack.until('the direct answer', () => slack.directMessages(user)[0])).message.text).toBe('direkt');
    await slack.until('the home tab', () => slack.homeOf(user));
  });

  test('a payload can come twice at once and once more later, with the same ids', async () => {
    const stage = await open();
    const { user, channel } = people(stage);
    const triggers: string[] = [];
    stage.app.command('/task', async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    });

    const twice = await stage.driver.slash(user, channel, '/task', 'list', { copies: 2 });
    await twice.again();

    expect(twice.acks.map(({ status }) => status)).toEqual([200, 200]);
    expect(triggers).toHaveLength(3);
    expect(new Set(triggers).size).toBe(1);
  });

  test('a repetition is marked as one', async () => {
    const stage = await open();
    const { user, channel } = people(stage);
    const retries: unknown[] = [];
    stage.app.event('app_mention', async ({ context }) => void retries.push([context.retryNum, context.retryReason]));

    const first = await stage.driver.mention(user, channel, 'Hilfe');
    await first.again({ retry: { num: 1, reason: 'http_timeout' } });

    await stage.slack.until('both', () => retries.length === 2);
    expect(retries).toEqual([
      [undefined, undefined],
      [1, 'http_timeout'],
    ]);
  });

  test('nobody answers what nobody listens for', async () => {
    const stage = await open();
    const { user, channel } = people(stage);

    const delivered = await stage.driver.slash(user, channel, '/other', '', { timeoutMs: 300 });

    expect(delivered.status).not.toBe(200);
  });
});
