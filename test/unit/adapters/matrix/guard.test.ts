/** The SDK loads in Node as the product runs it, whether its native encryption library was installed or not. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

async function run(code: string, cwd = process.cwd()): Promise<unknown> {
  const args = ['--no-warnings', '--input-type=module', '--eval', code];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  return JSON.parse(stdout);
}

test('the SDK can be imported, and says what is missing in one line', async () => {
  const found = await run(`
    const { MatrixClient } = await import('./adapters/matrix/sdk.ts');
    const { missingLibrary } = await import('./adapters/matrix/crypto/guard.ts');
    console.log(JSON.stringify({ client: typeof MatrixClient, missing: missingLibrary }));
  `);

  expect(found).toMatchObject({ client: 'function' });
  expect(String((found as { missing: string | null }).missing)).not.toContain('\n');
});

test('the stand-in for a missing library refuses to be used', async () => {
  const { createRequire } = await import('node:module');
  const { OlmMachine, absent } = createRequire(import.meta.url)('../../../../adapters/matrix/crypto/absent.cjs');

  expect(() => new OlmMachine()).toThrow('not installed');
  expect(absent).toContain('not installed');
});

test.each([
  ['nothing', ''],
  ['something else', 'not a library'.repeat(1_000)],
])('a native library of which %s was downloaded counts as missing', async (_what, content) => {
  const folder = mkdtempSync(join(tmpdir(), 'mitwirk-guard-'));
  const library = join(folder, 'node_modules/@matrix-org/matrix-sdk-crypto-nodejs');
  const sdk = join(folder, 'node_modules/matrix-bot-sdk');
  for (const place of [library, sdk]) mkdirSync(place, { recursive: true });
  cpSync('adapters/matrix/crypto', join(folder, 'crypto'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(sdk, 'index.js'), "module.exports = require('@matrix-org/matrix-sdk-crypto-nodejs');");
  writeFileSync(join(sdk, 'package.json'), '{"main":"index.js"}');
  writeFileSync(join(library, 'index.js'), "module.exports = require('./native.node');");
  writeFileSync(join(library, 'package.json'), '{"main":"index.js"}');
  writeFileSync(join(library, 'native.node'), content);

  const found = await run(
    `
      const { missingLibrary } = await import('./crypto/guard.ts');
      const { default: sdk } = await import('matrix-bot-sdk');
      console.log(JSON.stringify({ missing: missingLibrary, absent: sdk.absent }));
    `,
    folder,
  );
  rmSync(folder, { recursive: true });

  expect(found).toEqual({ missing: expect.stringContaining('native.node'), absent: expect.any(String) });
});
