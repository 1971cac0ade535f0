/** `npm run doctor` says what is wrong, what to do about it, and by its exit status whether something stands in the way. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

function examined(env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'mitwirk-doctor-'));
  try {
    const { stdout, status } = spawnSync(process.execPath, ['src/main.ts', 'doctor'], {
      env: { ...process.env, MITWIRK_DATA: join(folder, 'data'), ...env },
      encoding: 'utf8',
    });
    return { lines: stdout.split('\n'), status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a fresh installation has nothing in its way, and reads what it could have besides', () => {
  const { lines, status } = examined({});

  expect(status).toBe(3);
  expect(lines).toContain('Nothing stands in the way.');
  expect(lines.join('\n')).toMatch(/^nothing {2}Nothing found: .*\n +→ The first start makes it/m);
  expect(lines.filter((line) => line.startsWith('note'))).toContainEqual(
    expect.stringContaining('Matrix is not configured'),
  );
  expect(lines.join('\n')).toMatch(/The encryption library is (installed|missing)/);
}, 60_000);

test('an account that is configured in part, and a server that does not answer, are problems with a way out', () => {
  const partly = examined({ MITWIRK_MATRIX_HOMESERVER: 'http://127.0.0.1:9' });
  const silent = examined({ MITWIRK_MATRIX_HOMESERVER: 'http://127.0.0.1:9', MITWIRK_MATRIX_ACCESS_TOKEN: 'token' });

  for (const { lines, status } of [partly, silent]) {
    const at = lines.findIndex((line) => line.startsWith('PROBLEM'));
    expect(status).toBe(1);
    expect(lines[at + 1]).toMatch(/^ +→ \S/);
  }
  expect(partly.lines.join('\n')).toContain('matrix.accessToken');
  expect(silent.lines.join('\n')).toContain('No Matrix homeserver answers at http://127.0.0.1:9');
}, 60_000);
