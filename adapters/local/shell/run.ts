/** Runs the shell from a file, or line by line from a terminal. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Player } from './play.ts';
import { readScriptLine } from './script.ts';

/** The lines of a script file, whatever its line endings. */
export function readScript(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
}

/** Where the transcript goes, and where what is wrong with the script. */
export interface Output {
  print(line: string): void;
  complain(line: string): void;
}

/** Echoes and plays each line. Exit status 0 at the end; 2, with the place complained of, at the first line of none of the forms. */
export async function playScript(
  player: Player,
  file: string,
  lines: readonly string[],
  { print, complain }: Output,
): Promise<number> {
  for (const [index, line] of lines.entries()) {
    if (index === lines.length - 1 && line === '') break;
    const problem = await playLine(player, line, print);
    if (problem === null) continue;
    complain(`${file}:${index + 1}: ${problem}`);
    return 2;
  }
  return 0;
}

/** A mistyped line is explained and the next one awaited. */
export async function converse(player: Player): Promise<number> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr, prompt: '' });
  process.stderr.write(`${HINT}\n`);
  for await (const line of terminal) {
    const problem = await playLine(player, line, () => {});
    if (problem !== null) process.stderr.write(`${problem}\n${HINT}\n`);
  }
  return 0;
}

const HINT =
  'koordination@steuerung> /process setup "Integrationskonzept"   |   press "Ja"   |   clock> +3d   |   restart>   |   Ctrl-D';

/** Why the line cannot be played; null when it was. */
async function playLine(player: Player, line: string, echo: (line: string) => void): Promise<string | null> {
  const read = readScriptLine(line);
  if (!read) return `neither «person@room> words», «person@room> press "Label"», «clock> time» nor «restart>»`;
  echo(line);
  try {
    await player.play(read);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
