/** The session of a password: sealed in the store, and begun again wherever it cannot be read or is not valid any more. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createSessionKeeper } from '../../../../adapters/matrix/http/keptSession.ts';
import { openSession } from '../../../../adapters/matrix/http/session.ts';
import type { PlatformMemory } from '../../../../src/ports/platformMemory.ts';

const kept = new Map<string, string>();
const memory = {
  get: async (key: string) => kept.get(key) ?? null,
  set: async (key: string, value: string) => void kept.set(key, value),
} as unknown as PlatformMemory;

const leases = { take: async () => true, release: async () => undefined };

beforeEach(() => kept.clear());

function stored(): Record<string, string> {
  return JSON.parse(kept.get('session') ?? '{}');
}

function change(fields: Record<string, string>): void {
  kept.set('session', JSON.stringify({ ...stored(), ...fields }));
}

describe('what is kept', () => {
  const account = { homeserver: 'https://example.org', user: 'mitwirk', password: 'a password' };
  const keeper = createSessionKeeper(account, memory);
  let sealed = '';

  beforeAll(async () => {
    await keeper.keep('DEVICE', 'secret token');
    sealed = kept.get('session') ?? '';
  });
  beforeEach(() => void kept.set('session', sealed));

  test('gives the token back to the same account and password', async () => {
    expect(await keeper.read()).toEqual({ deviceId: 'DEVICE', accessToken: 'secret token' });
  });

  test('holds neither token nor password, and its key is another each time', async () => {
    const before = stored();
    await keeper.keep('DEVICE', 'secret token');

    expect(kept.get('session')).not.toContain('secret token');
    expect(kept.get('session')).not.toContain('a password');
    expect(stored().salt).not.toBe(before.salt);
    expect(stored().sealed).not.toBe(before.sealed);
  });

  test.each([
    ['another password', async () => ({ ...account, password: 'another' })],
    ['another device', async () => change({ deviceId: 'OTHER' })],
    ['another salt', async () => change({ salt: 'AAAA' })],
    ['something cut off', async () => change({ sealed: stored().sealed?.slice(0, 8) ?? '' })],
    ['nothing sealed at all', async () => change({ sealed: '' })],
  ])('with %s the device is known and the token is not', async (_what, alter) => {
    const changed = (await alter()) ?? account;

    expect(await createSessionKeeper(changed, memory).read()).toEqual({
      deviceId: expect.any(String),
      accessToken: null,
    });
  });

  test.each([
    ['', null],
    ['{', null],
    ['[]', null],
    ['{"homeserver":"https://example.org","user":"mitwirk"}', null],
  ])('%s is nothing', async (value, expected) => {
    kept.set('session', value);

    expect(await keeper.read()).toBe(expected);
  });

  test.each([{ homeserver: 'https://elsewhere.org' }, { user: 'somebody' }])('is not that of %o', async (other) => {
    expect(await createSessionKeeper({ ...account, ...other }, memory).read()).toBeNull();
  });

  test('a token from before sessions were sealed is understood once, and sealed', async () => {
    const { homeserver, user } = account;
    kept.set('session', JSON.stringify({ homeserver, user, accessToken: 'secret token', deviceId: 'DEVICE' }));

    expect(await keeper.read()).toEqual({ deviceId: 'DEVICE', accessToken: 'secret token' });
    expect(kept.get('session')).not.toContain('secret token');
    expect(await keeper.read()).toEqual({ deviceId: 'DEVICE', accessToken: 'secret token' });
  });
});

describe('at the homeserver', () => {
  let password = 'a password';
  let valid = '';
  const logins: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const unknown = { errcode: 'M_UNKNOWN_TOKEN', error: 'gone', soft_logout: true };
    if (request.method === 'GET') {
      if (request.headers.authorization !== `Bearer ${valid}`) return answer(401, unknown);
      return answer(200, { user_id: '@mitwirk:example.org', device_id: 'DEVICE' });
    }
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const login = JSON.parse(text);
      logins.push(login);
      if (login.password !== password) return answer(403, { errcode: 'M_FORBIDDEN', error: 'no' });
      valid = `token ${logins.length}`;
      return answer(200, { user_id: '@mitwirk:example.org', access_token: valid, device_id: 'DEVICE' });
    });
  });
  let homeserver = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    homeserver = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    logins.length = 0;
    password = 'a password';
  });

  const open = () =>
    openSession({
      config: { homeserver, user: 'mitwirk', password, invitesFrom: [], keysDir: '' },
      memory,
      leases,
      holder: 'one',
    });

  test('a session that can be read is gone on with', async () => {
    const first = await open();

    expect(await open()).toEqual(first);
    expect(logins).toHaveLength(1);
  });

  test.each([
    [
      'another password',
      () => {
        password = 'another';
      },
    ],
    ['a token somebody changed', () => change({ sealed: 'AAAA' })],
    [
      'a token that is not valid any more',
      () => {
        valid = 'nothing';
      },
    ],
  ])('%s is a new login on the same device', async (_what, alter) => {
    const first = await open();
    alter();

    const second = await open();

    expect(logins.map(({ device_id }) => device_id)).toEqual([undefined, 'DEVICE']);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(await open()).toEqual(second);
  });

  test('something in the store that is no session is a first login', async () => {
    kept.set('session', '{"');

    await open();

    expect(logins.map(({ device_id }) => device_id)).toEqual([undefined]);
  });
});
