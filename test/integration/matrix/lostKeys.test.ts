/** Where the keys are missing or lost the bot says so, with what to do, and everything else goes on. */
import { afterAll, expect, test } from '@jest/globals';
import {
  createEncryptedStage,
  devicesOf,
  encryptedDirectChat,
  encryption,
  joined,
  withPeer,
} from '../../support/matrix/encryptedStage.ts';
import { homeserver, onSynapse } from '../../support/matrix/stage.ts';
import { MatrixUser } from '../../support/matrix/user.ts';

const SLOW_MS = 120_000;

onSynapse('lost keys', () => {
  const stage = createEncryptedStage();
  afterAll(() => stage.close(), SLOW_MS);

  withPeer('the bot', () => {
    test(
      'lost keys are told in the room, in the log, to whoever asks for health, and with what to do; all else goes on',
      async () => {
        const account = await MatrixUser.register(homeserver, `verloren-${stage.suffix}`);
        const bot = stage.bot({ MITWIRK_MATRIX_ACCESS_TOKEN: account.token });
        const someone = await stage.person('jemand');
        await bot.start();
        const direct = await encryptedDirectChat(someone, account.userId);
        await someone.say(direct, 'hilfe');
        await someone.waitForText('!aufgabe', { from: account.userId, within: 30_000 });
        expect(await bot.health()).toBe(200);
        await bot.stop();

        bot.forgetKeys();
        await bot.start();

        await someone.say(direct, 'hilfe');
        const note = await someone.waitForText('zu gebrauchen', { from: account.userId, within: 30_000 });
        const room = await someone.createRoom({ name: 'Offen', invite: [account.userId] });
        await joined(someone, room, account.userId);
        await someone.say(room, '!mitwirk hilfe');
        await someone.waitFor((event) => event.roomId === room && event.type === 'm.reaction', 30_000);

        expect(note).toMatchObject({ roomId: direct, wireType: 'm.room.message' });
        expect(await bot.health()).toBe(503);
        expect(bot.log()).toContain('knows other encryption keys');
        await bot.stop();
        expect(bot.doctor()).toMatch(/PROBLEM .*knows other encryption keys.*\n +→ .*access token/);
      },
      SLOW_MS,
    );

    test(
      'where keys cannot be kept, the operator is told, and plain rooms are served',
      async () => {
        const account = await MatrixUser.register(homeserver, `ohne-${stage.suffix}`);
        const bot = stage.bot({ MITWIRK_MATRIX_ACCESS_TOKEN: account.token, MITWIRK_MATRIX_KEYS: '/dev/null' });
        const someone = await MatrixUser.register(homeserver, `offen-${stage.suffix}`);
        await bot.start();
        const room = await someone.createRoom({ name: 'Offen', invite: [account.userId] });
        await joined(someone, room, account.userId);

        await someone.say(room, '!mitwirk hilfe');
        await someone.waitForText('!aufgabe', { from: account.userId, within: 30_000 });

        expect(await bot.health()).toBe(503);
        expect(bot.log()).toContain('The encryption keys cannot be kept');
        await bot.stop();
        expect(bot.doctor()).toMatch(/PROBLEM .*ENOTDIR.*no room needs it yet\.\n +→ .*matrix\.keysDir/);
      },
      SLOW_MS,
    );

    test(
      'with a password, lost keys make the bot a new device that is understood',
      async () => {
        const name = `neu-${stage.suffix}`;
        const account = await MatrixUser.register(homeserver, name, 'a password');
        const settings = { MITWIRK_MATRIX_USER: name, MITWIRK_MATRIX_PASSWORD: 'a password' };
        const bot = stage.bot(settings);
        const someone = await stage.person('besuch');
        const devices = async () =>
          Object.keys(await devicesOf(someone, account.userId)).filter((id) => id !== account.deviceId);
        await bot.start();
        const direct = await encryptedDirectChat(someone, account.userId);
        await someone.say(direct, 'hilfe');
        await someone.waitForText('!aufgabe', { from: account.userId, within: 30_000 });
        const before = await devices();
        await bot.stop();
        bot.forgetKeys();

        await bot.start();
        await someone.waitFor(() => bot.log().includes('The bot is a new device now'), 30_000);
        let device: string | undefined;
        while (device === undefined) device = (await devices()).find((id) => !before.includes(id));
        await someone.knowsDevice(account.userId, device);
        const length = someone.seen.length;
        await someone.say(direct, 'hilfe');
        await someone.waitForText('!aufgabe', { from: account.userId, within: 60_000, after: length });

        expect(before).toHaveLength(1);
        expect(await devices()).toHaveLength(1);
        expect(await devices()).not.toEqual(before);
        expect(await bot.health()).toBe(200);
      },
      SLOW_MS,
    );
  });

  test('the examination counts the encrypted rooms that are out of reach, and says how to get the library', async () => {
    const account = await MatrixUser.register(homeserver, `bot-${stage.suffix}`);
    await account.createRoom({ initial_state: [encryption] });
    await account.createRoom({});
    const bot = stage.bot({ MITWIRK_MATRIX_ACCESS_TOKEN: account.token });

    const found = bot.doctor();

    expect(found).toContain(`${account.userId} is logged in and in 2 rooms.`);
    expect(found).toMatch(/library is installed|one room is encrypted and out of reach\.\n +→ .*download-lib\.js/);
  }, 60_000);
});
