/**
 * Every dialog of this folder says what is recorded beside it, word for word. `UPDATE_GOLDENS=1 npm test -- dialog` records
 * anew; read the difference before you commit it.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readScript } from '../../adapters/local/shell/run.ts';
import { playLines, withoutHashes } from '../support/shell.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const names = globSync('*.mitwirk', { cwd: folder })
  .map((file) => basename(file, '.mitwirk'))
  .sort();

describe.each(names)('%s', (name) => {
  test('is played as it was recorded', async () => {
    const recorded = join(folder, `${name}.transcript`);
    const lines = readScript(join(folder, `${name}.mitwirk`));

    const { transcript, ...rest } = await playLines(lines, startOf(lines));
    if (process.env.UPDATE_GOLDENS) writeFileSync(recorded, withoutHashes(transcript));

    expect(rest).toEqual({ status: 0, problem: '', errors: [] });
    expect(withoutHashes(transcript)).toBe(readFileSync(recorded, 'utf8'));
  });
});

/** `# locale en` in the first lines is how a dialog asks for another language of the whole shell, `# coordinators …` for that setting. */
function startOf(lines: readonly string[]) {
  const given = (name: string) => lines.map((line) => line.match(`^# ${name} (.+)$`)?.[1]).find((found) => found);
  const [locale, coordinators] = [given('locale'), given('coordinators')];
  return { ...(locale ? { locale } : {}), ...(coordinators ? { coordinators } : {}) };
}
