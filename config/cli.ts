/** `npm run config -- check FILE | show | example [--check]`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { ConfigError } from './configError.ts';
import { renderEnvExample } from './envExample.ts';
import { renderExample } from './example.ts';
import { loadConfig } from './load.ts';
import { redact } from './redact.ts';

const examples: Readonly<Record<string, () => string>> = {
  'config/mitwirk.example.yaml': renderExample,
  '.env.example': renderEnvExample,
};

const usage = `Usage: npm run config -- check FILE      checks FILE under the environment and prints what it comes to
       npm run config -- show            prints the settings in force, without secrets
       npm run config -- example         writes ${Object.keys(examples).join(' and ')}; with --check only compares them`;

type Answer = { readonly status: 0 | 1 | 2; readonly lines: readonly string[] };

function effective(file?: string): string {
  return stringify(redact(loadConfig(file === undefined ? {} : { file }))).trimEnd();
}

function example(onlyCheck: boolean): Answer {
  const found = Object.entries(examples).map(([name, render]) => {
    const file = new URL(`../${name}`, import.meta.url);
    const wanted = render();
    if (!onlyCheck) writeFileSync(file, wanted);
    const fits = readFileSync(file, 'utf8') === wanted;
    return { fits, line: fits ? `${name}: ok` : `${name} is not what the schema says; run npm run generate.` };
  });
  return { status: found.every(({ fits }) => fits) ? 0 : 1, lines: found.map(({ line }) => line) };
}

function answer([verb, argument, ...more]: readonly string[]): Answer {
  if (more.length > 0) return { status: 2, lines: [usage] };
  if (verb === 'check' && argument) return { status: 0, lines: [`${argument}: ok`, effective(argument)] };
  if (verb === 'show' && !argument) return { status: 0, lines: [effective()] };
  if (verb === 'example' && (!argument || argument === '--check')) return example(argument === '--check');
  return { status: 2, lines: [usage] };
}

function answerOrProblems(words: readonly string[]): Answer {
  try {
    return answer(words);
  } catch (error) {
    if (error instanceof ConfigError) return { status: 1, lines: error.problems };
    throw error;
  }
}

const { status, lines } = answerOrProblems(process.argv.slice(2));
(status === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
process.exitCode = status;
