/** With an encryption library the bot reads and answers in encrypted rooms; without one the product starts all the same. */
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { homeserver, onSynapse } from '../../support/matrix/stage.ts';
import { MatrixUser } from '../../support/matrix/user.ts';

/** Made with `npm install --prefix .cache/matrix-crypto matrix-js-sdk @matrix-org/matrix-sdk-crypto-wasm`. */
const packages = resolve('.cache/matrix-crypto');
const hasPeer = existsSync(join(packages, 'node_modules/matrix-js-sdk'));
const withPeer = hasPeer ? test : test.skip;
const reason = hasPeer ? '' : ': matrix-js-sdk is not in .cache/matrix-crypto';

/** The name under which the library's package looks for its native part on this machine. */
const native = `@matrix-org/matrix-sdk-crypto-nodejs-${process.platform}-${process.arch}-gnu`;

/** A folder of packages in which the stand-in is the native library. */
function packagesWithStandIn(folder: string): string {
  const place = join(folder, native);
  mkdirSync(place, { recursive: true });
  const standIn = JSON.stringify(resolve('test/support/matrix/cryptoStandIn.cjs'));
  writeFileSync(join(place, 'index.js'), `module.exports = require(${standIn});`);
  return folder;
}

onSynapse('encryption', () => {
  withPeer(
    `a bot with a library reads what another client encrypts, and that client reads the answer${reason}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'mitwirk-encryption-'));
      const account = await MatrixUser.register(homeserver, `bot-${randomUUID().slice(0, 8)}`);
      const person = await MatrixUser.register(homeserver, `person-${randomUUID().slice(0, 8)}`);
      const bot = spawn(process.execPath, ['src/main.ts'], {
        env: {
          ...process.env,
          NODE_PATH: packagesWithStandIn(join(folder, 'packages')),
          PORT: '0',
          MITWIRK_DATA: join(folder, 'data'),
          MITWIRK_EXAMPLE: 'false',
          MITWIRK_MATRIX_HOMESERVER: homeserver,
          MITWIRK_MATRIX_ACCESS_TOKEN: account.token,
          MITWIRK_MATRIX_KEYS: join(folder, 'keys'),
        },
        stdio: ['ignore', 'pipe', process.env.TEST_LOG ? 'inherit' : 'ignore'],
      });
      const ended = once(bot, 'exit');
      try {
        await once(bot.stdout, 'data');
        const peer = [homeserver, packages, person.userId, person.token, person.deviceId, account.userId];

        const { stdout } = await promisify(execFile)(
          process.execPath,
          ['--no-warnings', 'test/support/matrix/encryptedPeer.mjs', ...peer],
          { timeout: 90_000 },
        );

        expect(JSON.parse(stdout.split('\n').at(-1) ?? '')).toMatchObject({
          wire: 'm.room.encrypted',
          body: expect.stringContaining('!aufgabe'),
        });
      } finally {
        bot.kill('SIGTERM');
        await ended;
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );

  test('the examination counts the encrypted rooms that are out of reach, and says how to get the library', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mitwirk-doctor-'));
    const account = await MatrixUser.register(homeserver, `bot-${randomUUID().slice(0, 8)}`);
    const initial_state = [
      { type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } },
    ];
    await account.createRoom({ initial_state });
    await account.createRoom({});

    const { stdout } = await promisify(execFile)(process.execPath, ['src/main.ts', 'doctor'], {
      env: {
        ...process.env,
        MITWIRK_DATA: join(folder, 'data'),
        MITWIRK_MATRIX_HOMESERVER: homeserver,
        MITWIRK_MATRIX_ACCESS_TOKEN: account.token,
      },
    }).catch((error: { stdout: string }) => error);
    rmSync(folder, { recursive: true, force: true });

    expect(stdout).toContain(`${account.userId} is logged in and in 2 rooms.`);
    expect(stdout).toMatch(/library is installed|1 rooms are encrypted and out of reach\.\n +→ .*download-lib\.js/);
  }, 60_000);
});
