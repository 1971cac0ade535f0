/** Turns what the schema found wrong into sentences for operators. */
import type { z } from 'zod';
import type { Given } from './environment.ts';
import { type Key, keys, samePath, sections } from './keys.ts';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Names that are no plain words are not repeated: a password may have slipped into the place of a key. */
function spoken(name: PropertyKey): string {
  const text = String(name);
  return /^[\w-]{1,40}$/.test(text) ? text : '(a key that is not a plain word)';
}

function dotted(path: Path): string {
  return path.map(spoken).join('.');
}

function startsWith(path: Path, start: readonly string[]): boolean {
  return start.every((name, index) => path[index] === name);
}

function namesIn(path: Path): readonly string[] {
  return sections.find((section) => samePath(section.path, path))?.names ?? [];
}

function unknownKey(path: Path, name: string): string {
  const known = namesIn(path);
  const meant = nearest(name, known);
  const elsewhere = keys.find((key) => key.path.at(-1) === name);
  const hint = meant
    ? `did you mean ${dotted([...path, meant])}?`
    : elsewhere
      ? `did you mean ${dotted(elsewhere.path)}?`
      : `allowed here are ${known.join(', ')}.`;
  return `${dotted([...path, name])}: there is no such setting; ${hint}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

function valueAt(tree: unknown, path: Path): unknown {
  let value = tree;
  for (const name of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[name];
  return value;
}

function wrongValue(key: Key, issue: Issue, tree: unknown, given: Given | undefined): string {
  const where = given ? `${given.variable} (${dotted(key.path)})` : dotted(issue.path);
  const what = key.secret ? 'the value' : shown(valueAt(tree, issue.path));
  return `${where}: ${what} is not allowed; allowed is ${key.allowed}.`;
}

function wrongSection(path: Path): string {
  const where = path.length === 0 ? 'The file' : `${dotted(path)}:`;
  return `${where} must hold settings, one a line: ${namesIn(path).join(', ')}.`;
}

/** One sentence for everything wrong with `tree`; `settings` are those the environment gave. */
export function describeIssues(issues: readonly Issue[], tree: unknown, settings: ReadonlyMap<Key, Given>): string[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => unknownKey(issue.path, name));
    const key = keys.find((candidate) => startsWith(issue.path, candidate.path));
    return key ? wrongValue(key, issue, tree, settings.get(key)) : wrongSection(issue.path);
  });
}
