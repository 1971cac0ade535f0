/** The bot's account: its password and device, a token that is revoked, and two replicas with one account. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPictures } from '../../../adapters/documents/pictures.ts';
import { createSessionKeeper } from '../../../adapters/matrix/http/keptSession.ts';
import { createMatrix, type Matrix } from '../../../adapters/matrix/matrix.ts';
import type { MatrixBot } from '../../../adapters/matrix/options.ts';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { createLeases } from '../../../adapters/postgres/leases.ts';
import { createPlatformMemory } from '../../../adapters/postgres/platformMemory.ts';
import { createRunningClock } from '../../../src/main/clock.ts';
import type { Inbound } from '../../../src/ports/inbound.ts';
import type { Log } from '../../../src/ports/log.ts';
import { freshDatabase } from '../../support/database.ts';
import { homeserver, onSynapse, quietly } from '../../support/matrix/stage.ts';
import { MatrixUser } from '../../support/matrix/user.ts';

/** Notes what it is handed, and answers nothing. */
function listener(heard: Inbound[]): MatrixBot {
  return {
    async handle(inbound) {
      heard.push(inbound);
      return { card: null, refused: null };
    },
    async rename() {},
    async depart() {},
    async reach() {},
    async seeSpaces() {},
    async moveRoom() {},
    localeOf: async () => 'de',
    commands: () => [],
  };
}

onSynapse('the account', () => {
  let database: Database;
  let person: MatrixUser;
  const lines: string[] = [];
  const log: Log = {
    info: (event) => void lines.push(event),
    warn: (event) => void lines.push(event),
    error: (event) => void lines.push(event),
  };
  const open: Matrix[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    person = await MatrixUser.register(homeserver, `person-${randomUUID().slice(0, 8)}`);
  }, 60_000);

  afterAll(async () => {
    for (const matrix of open) await matrix.close();
    await database?.close();
  });

  async function start(config: object, heard: Inbound[], place = randomUUID()): Promise<Matrix> {
    const ports = {
      memory: createPlatformMemory(database.pool, place),
      leases: createLeases(database.pool, randomUUID()),
      directory: { externalIds: async () => new Map() },
      clock: createRunningClock(),
      pictures: createPictures(),
      log,
    };
    const matrix = createMatrix({ homeserver, invitesFrom: [], keysDir: '/tmp/none', ...config }, ports, 'de');
    open.push(matrix);
    await matrix.connect(listener(heard));
    return matrix;
  }

  async function stop(matrix: Matrix): Promise<void> {
    open.splice(open.indexOf(matrix), 1);
    await matrix.close();
  }

  async function roomWith(account: MatrixUser): Promise<string> {
    const roomId = await person.createRoom({ name: 'Raum', invite: [account.userId] });
    await person.waitFor(
      (event) => event.roomId === roomId && event.state_key === account.userId && event.content.membership === 'join',
    );
    return roomId;
  }

  async function until(condition: () => boolean, milliseconds = 20_000): Promise<void> {
    for (const end = performance.now() + milliseconds; !condition(); await sleep(50)) {
      if (performance.now() > end) throw new Error(`waited in vain; the log says\n${lines.join('\n')}`);
    }
  }

  test('with a password the bot logs in once and keeps its device and its session', async () => {
    const name = `bot-${randomUUID().slice(0, 8)}`;
    const account = await MatrixUser.register(homeserver, name, 'a password');
    const place = randomUUID();
    const heard: Inbound[] = [];
    const config = { user: name, password: 'a password' };
    const devices = async () =>
      ((await account.call('GET', '/devices')).devices as { device_id: string }[]).map((device) => device.device_id);

    const first = await start(config, heard, place);
    const roomId = await roomWith(account);
    const before = await devices();
    await stop(first);
    const second = await start(config, heard, place);
    await person.say(roomId, '!mitwirk hilfe');
    await until(() => heard.length === 1);
    await stop(second);

    expect(before).toHaveLength(2);
    expect(await devices()).toEqual(before);
  }, 60_000);

  test('a session that is ended is begun again by password, on the same device', async () => {
    const name = `bot-${randomUUID().slice(0, 8)}`;
    const account = await MatrixUser.register(homeserver, name, 'a password');
    const place = randomUUID();
    const heard: Inbound[] = [];
    const matrix = await start({ user: name, password: 'a password' }, heard, place);
    const roomId = await roomWith(account);
    const memory = createPlatformMemory(database.pool, place);
    const session = () => createSessionKeeper({ homeserver, user: name, password: 'a password' }, memory).read();
    const before = await session();
    if (!before?.accessToken) throw new Error('no session is kept');

    const { deviceId, accessToken: token } = before;
    await new MatrixUser(homeserver, { userId: account.userId, deviceId, token }).call('POST', '/logout', {});
    await quietly(person);
    await person.say(roomId, '!mitwirk hilfe');
    await until(() => heard.length === 1, 45_000);
    await stop(matrix);

    expect(await session()).toMatchObject({ deviceId });
    expect((await session())?.accessToken).not.toBe(token);
    expect(await memory.get('session')).not.toContain((await session())?.accessToken);
    expect(matrix.trouble).toBeNull();
  }, 90_000);

  test('a token that is revoked is told to the operator in plain words', async () => {
    const account = await MatrixUser.register(homeserver, `bot-${randomUUID().slice(0, 8)}`);
    const matrix = await start({ accessToken: account.token }, []);
    await roomWith(account);
    expect(matrix.trouble).toBeNull();

    await account.call('POST', '/logout', {});
    await until(() => matrix.trouble !== null, 45_000);

    expect(matrix.trouble).toBe('the homeserver does not accept the access token of the bot');
    expect(lines).toContain('the homeserver does not accept the access token of the bot');
  }, 90_000);

  test('of two replicas with one account one listens; the other takes over within seconds, and nothing is heard twice', async () => {
    const account = await MatrixUser.register(homeserver, `bot-${randomUUID().slice(0, 8)}`);
    const heard = { one: [] as Inbound[], two: [] as Inbound[] };
    const place = randomUUID();
    const one = await start({ accessToken: account.token }, heard.one, place);
    const roomId = await roomWith(account);
    const two = await start({ accessToken: account.token }, heard.two, place);

    await person.say(roomId, '!mitwirk erstens');
    await until(() => heard.one.length === 1);
    await quietly(person);
    expect(heard.two).toEqual([]);

    await stop(one);
    await person.say(roomId, '!mitwirk zweitens');
    await until(() => heard.two.length === 1, 15_000);
    await stop(two);

    expect(heard.one.map(({ what }) => what)).toEqual([{ kind: 'command', text: '!mitwirk erstens' }]);
    expect(heard.two.map(({ what }) => what)).toEqual([{ kind: 'command', text: '!mitwirk zweitens' }]);
  }, 90_000);

  test('what was cut off by a crash comes again', async () => {
    const account = await MatrixUser.register(homeserver, `bot-${randomUUID().slice(0, 8)}`);
    const place = randomUUID();
    const heard: Inbound[] = [];
    const first = await start({ accessToken: account.token }, heard, place);
    const roomId = await roomWith(account);
    await quietly(person, 800);
    await stop(first);
    const token = await createPlatformMemory(database.pool, place).get(`sync ${account.userId}`);
    const second = await start({ accessToken: account.token }, heard, place);
    await person.say(roomId, '!mitwirk vor dem Absturz');
    await until(() => heard.length === 1);
    await stop(second);

    // As if the process had died before the token was kept.
    await createPlatformMemory(database.pool, place).set(`sync ${account.userId}`, token ?? '');
    const third = await start({ accessToken: account.token }, heard, place);
    await until(() => heard.length === 2);
    await stop(third);

    expect(heard[0]?.key).toBe(heard[1]?.key);
  }, 90_000);
});
