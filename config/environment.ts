/** Lays the settings of the environment over those of the file. */
import { type Key, keys } from './keys.ts';
import { nearest } from './nearest.ts';

/** The variable that names the configuration file. */
export const fileVariable = 'MITWIRK_CONFIG';

export type Environment = Readonly<Record<string, string | undefined>>;
type Tree = Record<string, unknown>;

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

/** Which settings the environment gives; an empty variable counts as not set. */
export function keysSetBy(env: Environment): ReadonlySet<Key> {
  return new Set(keys.filter((key) => (env[key.env] ?? '').trim() !== ''));
}

/** The tree with the environment's settings in it; the tree given is left alone. */
export function withEnvironment(tree: unknown, env: Environment): unknown {
  if (!isTree(tree)) return tree;
  const merged = { ...tree };
  for (const key of keysSetBy(env)) put(merged, key.path, parsed((env[key.env] ?? '').trim(), key.kind));
  return merged;
}

/** One sentence for each variable that looks like ours and is not: a typing error would otherwise go unnoticed. */
export function strayVariables(env: Environment): string[] {
  const known = [...keys.map((key) => key.env), fileVariable];
  const strays = Object.keys(env).filter((name) => name.startsWith('MITWIRK_') && !known.includes(name));
  return strays.toSorted().map((name) => {
    const meant = nearest(name, known);
    return `${name}: there is no such environment variable${meant ? `; did you mean ${meant}?` : '.'}`;
  });
}
