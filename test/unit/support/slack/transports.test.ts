/** What only one of the transports can do: signatures and addresses over HTTP, connections and envelopes over Socket Mode. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { socketDriver } from '../../../support/slack/index.ts';
import { closeAll, connect, overHttp, overSocket, people } from './stage.ts';

afterEach(closeAll);

describe('over HTTP', () => {
  test('signatures can be wrong, stale or missing', async () => {
    const { slack, app, driver } = await overHttp();
    const heard: string[] = [];
    app.command('/task', async ({ ack }) => {
      heard.push('command');
      await ack();
    });
    const { user, channel } = people({ slack });

    for (const options of [{ signature: 'wrong' }, { signature: 'none' }, { ageSeconds: 400 }] as const) {
      expect((await driver.slash(user, channel, '/task', '', options)).status).toBe(401);
    }
    expect(heard).toEqual([]);
  });

  test('Slack checks the address and the certificate', async () => {
    const { driver } = await overHttp();

    expect((await driver.urlVerification('abc')).body).toEqual({ challenge: 'abc' });
    expect((await driver.sslCheck()).status).toBe(200);
  });

  test('a foreign team is foreign wherever the payload names it', async () => {
    const { slack, driver } = await overHttp();
    const { payload } = await driver.event('app_uninstalled', {}, { foreignTeam: 'T0FREMD' });
    const user = slack.team.addUser('vorsitz');
    const pressed = await driver.shortcut(user, 'x', { foreignTeam: 'T0FREMD', timeoutMs: 100 });

    expect(JSON.stringify([payload, pressed.payload])).not.toContain(slack.team.id);
    expect(payload).toMatchObject({ team_id: 'T0FREMD', authorizations: [{ team_id: 'T0FREMD' }] });
  });

  test('a response_url works five times and for half an hour', async () => {
    const { slack, app, driver } = await overHttp();
    app.command('/task', ({ ack }) => ack());
    const { user, channel } = people({ slack });
    const answer = (url: unknown) => fetch(String(url), { method: 'POST', body: JSON.stringify({ text: 'a' }) });

    const { payload } = await driver.slash(user, channel, '/task');
    const statuses = [];
    for (let use = 0; use < 6; use += 1) statuses.push((await answer(payload.response_url)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    const late = await driver.slash(user, channel, '/task');
    slack.clock.advance(30 * 60_000 + 1);
    expect(await (await answer(late.payload.response_url)).json()).toEqual({ ok: false, error: 'expired_url' });
  });
});

describe('over Socket Mode', () => {
  test('what nobody acknowledged comes again with the same envelope id', async () => {
    const { slack, app } = await overSocket();
    const { user, channel } = people({ slack });
    const seen: string[] = [];
    app.command('/task', async ({ ack, command }) => {
      seen.push(command.trigger_id);
      if (seen.length === 2) await ack();
    });

    const delivered = await socketDriver(slack, { redeliverAfterMs: 100 }).slash(user, channel, '/task');

    expect(delivered.status).toBe(200);
    expect(new Set(seen).size).toBe(1);
    expect(seen).toHaveLength(2);
  });

  test('an app that is asked to reconnect comes back', async () => {
    const { slack, app, driver } = await overSocket();
    const { user, channel } = people({ slack });
    app.command('/task', ({ ack }) => ack());

    slack.sockets.disconnect('refresh_requested');
    await slack.until('the goodbye', () => slack.sockets.count() === 0);
    const delivered = await driver.slash(user, channel, '/task', '', { timeoutMs: 20_000 });

    expect(delivered.status).toBe(200);
    expect(slack.callsOf('apps.connections.open')).toHaveLength(2);
  });

  test('two connections both carry the same envelope', async () => {
    const { slack, app, driver } = await overSocket();
    const second = await connect(slack);
    const heard: string[] = [];
    app.event('app_mention', async ({ body }) => void heard.push(`first ${body.event_id}`));
    second.event('app_mention', async ({ body }) => void heard.push(`second ${body.event_id}`));
    const { user, channel } = people({ slack });

    const { payload, acks } = await driver.mention(user, channel, 'Hilfe', { copies: 2 });

    expect(acks.map(({ status }) => status)).toEqual([200, 200]);
    await slack.until('both', () => heard.length === 2);
    expect(heard.sort()).toEqual([`first ${payload.event_id}`, `second ${payload.event_id}`]);
  });
});
