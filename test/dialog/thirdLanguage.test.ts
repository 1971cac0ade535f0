/** The whole story in a language that nobody wrote code for: no German or English word is left but what people typed. */
import '../support/machineLanguage.ts';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { readScript } from '../../adapters/local/shell/run.ts';
import { latinWords } from '../support/latinWords.ts';
import { MACHINE } from '../support/machineLanguage.ts';
import { scriptInMachine } from '../support/machineScript.ts';
import { playLines, withoutHashes } from '../support/shell.ts';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));

test('the story is played in it as in German, line by line, with every word typed in it', async () => {
  await expectPlayed('story', 'machine');
});

test.each(['votes', 'task', 'input', 'result'])('%s is played in it too, typed in German', async (name) => {
  await expectPlayed(name, 'german');
});

test('a word that is left is found', () => {
  expect(latinWords(['⟦ოეფ⟧: Open B-1 „Abendkurse“'], ['/beitrag Abendkurse'])).toEqual(['Open']);
});

async function expectPlayed(name: string, typed: 'machine' | 'german'): Promise<void> {
  const script = scriptInMachine(readScript(join(FOLDER, `${name}.mitwirk`)), typed);

  const { transcript, ...rest } = await playLines(script, { locale: MACHINE });

  const recorded = readFileSync(join(FOLDER, `${name}.transcript`), 'utf8');
  expect(rest).toEqual({ status: 0, problem: '', errors: [] });
  expect(shapeOf(transcript)).toEqual(shapeOf(recorded));
  expect(latinWords(spoken(transcript), script)).toEqual([]);
}

/** Who spoke to whom, in how many lines. */
function shapeOf(transcript: string): readonly string[] {
  return withoutHashes(transcript)
    .split('\n')
    .map(
      (line) => /^\S*bot@[^:]+:/.exec(line.replace(/^\S+ (?=bot@)/, ''))?.[0] ?? (line.startsWith('    ') ? '' : '-'),
    );
}

/** What the bot said, without who said it to whom. */
function spoken(transcript: string): readonly string[] {
  const lines = withoutHashes(transcript).split('\n');
  return lines.filter((line) => /^(\S+ )?bot@|^ {4}/.test(line)).map((line) => line.replace(/^(\S+ )?bot@[^:]+:/, ''));
}
