/** Writes the example file from the schema, so that it cannot fall behind. */
import { stringify } from 'yaml';
import { type Key, keys, samePath, sections } from './keys.ts';
import { fileVariableOf } from './secretFile.ts';

const width = 110;

const head =
  'Mitwirk, every setting with its default. Copy this file to config/mitwirk.yaml and uncomment what you change. ' +
  'An environment variable overrides the file. Written by "npm run generate"; do not edit it by hand.';

/** The text as comment lines. */
export function comment(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = `${indent}#`;
  for (const word of text.split(' ')) {
    if (line.length + word.length >= width) {
      lines.push(line);
      line = `${indent}#`;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

function setting(key: Key): string[] {
  const indent = '  '.repeat(key.path.length - 1);
  const value = stringify({ [key.path.at(-1) ?? '']: key.fallback ?? key.example }, { lineWidth: 0 });
  const none = key.fallback === undefined ? ' No default.' : '';
  const file = fileVariableOf(key);
  const environment = file === null ? key.env : `${key.env}, or ${file} with the path of a file`;
  return [
    ...comment(`${key.description} Allowed: ${key.allowed}.${none} Environment: ${environment}.`, indent),
    ...value
      .trimEnd()
      .split('\n')
      .map((line) => `${indent}# ${line}`),
  ];
}

function lines(path: readonly string[]): string[] {
  const key = keys.find((candidate) => samePath(candidate.path, path));
  if (key) return ['', ...setting(key)];
  const section = sections.find((candidate) => samePath(candidate.path, path));
  if (!section) return [];
  const inner = section.names.flatMap((name) => lines([...path, name]));
  return path.length === 0 ? inner : ['', ...comment(section.description), `${path.at(-1)}:`, ...inner.slice(1)];
}

/** The text of `config/mitwirk.example.yaml`. */
export function renderExample(): string {
  return `${[...comment(head), ...lines([])].join('\n')}\n`;
}
