/** `npm run config -- check FILE | show | example [--check]`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { ConfigError } from './configError.ts';
import { renderExample } from './example.ts';
import { loadConfig } from './load.ts';
import { redact } from './redact.ts';

const exampleFile = new URL('mitwirk.example.yaml', import.meta.url);

const usage = `Usage: npm run config -- check FILE      checks FILE under the environment and prints what it comes to
       npm run config -- show            prints the settings in force, without secrets
       npm run config -- example         writes config/mitwirk.example.yaml; with --check only compares it`;

type Answer = { readonly status: 0 | 1 | 2; readonly lines: readonly string[] };

function effective(file?: string): string {
  return stringify(redact(loadConfig(file === undefined ? {} : { file }))).trimEnd();
}

function example(onlyCheck: boolean): Answer {
  const wanted = renderExample();
  if (!onlyCheck) {
    writeFileSync(exampleFile, wanted);
    return { status: 0, lines: ['config/mitwirk.example.yaml: written'] };
  }
  if (readFileSync(exampleFile, 'utf8') === wanted) return { status: 0, lines: ['config/mitwirk.example.yaml: ok'] };
  return { status: 1, lines: ['config/mitwirk.example.yaml is not what the schema says; run npm run generate.'] };
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
