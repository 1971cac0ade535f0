/** The SDK loads in Node as the product runs it, whether its native encryption library was installed or not. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

async function run(code: string): Promise<unknown> {
  const args = ['--no-warnings', '--input-type=module', '--eval', code];
  const { stdout } = await promisify(execFile)(process.execPath, args);
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
