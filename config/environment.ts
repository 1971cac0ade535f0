/** Lays the settings of the environment over those of the file. */
import { ConfigError } from './configError.ts';
import { type Key, keys } from './keys.ts';
import { nearest } from './nearest.ts';
import { fileVariableOf, readSecret } from './secretFile.ts';

/** The variable that names the configuration file. */
export const fileVariable = 'MITWIRK_CONFIG';

export type Environment = Readonly<Record<string, string | undefined>>;
type Tree = Record<string, unknown>;

/** What the environment says about one setting, and in which variable. */
export interface Given {
  readonly variable: string;
  readonly word: string;
}

function parsed(word: string, kind: Key['kind']): unknown {
  switch (kind) {
    case 'text':
      return word;
    case 'number':
      return /^\d+$/.test(word) ? Number(word) : word;
    case 'boolean':
      return word === 'true' ? true : word === 'false' ? false : word;
    case 'list':
      return word.split(',').map((part) => part.trim());
    default:
      return kind satisfies never;
  }
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function put(tree: Tree, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const inner = tree[name] ?? {};
  if (!isTree(inner)) return; // The schema refuses the file's section; there is nothing to lay over.
  const copy = { ...inner };
  put(copy, rest, value);
  tree[name] = copy;
}

/** An empty variable counts as not set. */
function given(key: Key, env: Environment): Given | null {
  const word = (env[key.env] ?? '').trim();
  const variable = fileVariableOf(key);
  const path = variable === null ? '' : (env[variable] ?? '').trim();
  if (variable === null || path === '') return word === '' ? null : { variable: key.env, word };
  if (word !== '') throw new ConfigError([`${key.env} and ${variable}: only one of the two may be set.`]);
  return { variable, word: readSecret(variable, path) };
}

/** What the environment gives, and a sentence for each setting that could not be had from it. */
export function readEnvironment(env: Environment) {
  const settings = new Map<Key, Given>();
  const problems: string[] = [];
  for (const key of keys) {
    try {
      const found = given(key, env);
      if (found !== null) settings.set(key, found);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { settings, problems: [...problems, ...strayVariables(env)] };
}

/** The tree with the environment's settings in it; the tree given is left alone. */
export function withEnvironment(tree: unknown, settings: ReadonlyMap<Key, Given>): unknown {
  if (!isTree(tree)) return tree;
  const merged = { ...tree };
  for (const [key, { word }] of settings) put(merged, key.path, parsed(word, key.kind));
  return merged;
}

/** One sentence for each variable that looks like ours and is not: a typing error would otherwise go unnoticed. */
function strayVariables(env: Environment): string[] {
  const ours = keys.flatMap((key) => [key.env, fileVariableOf(key)]).filter((name) => name !== null);
  const known = [...ours, fileVariable];
  const strays = Object.keys(env).filter((name) => name.startsWith('MITWIRK_') && !known.includes(name));
  return strays.toSorted().map((name) => {
    const meant = nearest(name, known);
    return `${name}: there is no such environment variable${meant ? `; did you mean ${meant}?` : '.'}`;
  });
}
