/** The only reader of the environment and of the configuration file. */
import { existsSync } from 'node:fs';
import { ConfigError } from './configError.ts';
import { withPassword } from './databasePassword.ts';
import { type Environment, fileVariable, readEnvironment, withEnvironment } from './environment.ts';
import { readConfigFile } from './file.ts';
import { sections } from './keys.ts';
import { describeIssues } from './problems.ts';
import { Config } from './schema.ts';

/** Read when neither the caller nor the environment names a file; it may be missing. */
export const defaultFile = 'config/mitwirk.yaml';

/** Where settings come from. */
export interface Sources {
  /** Overrides `MITWIRK_CONFIG`; must exist. */
  readonly file?: string;
  /** The process's own environment when left out. */
  readonly env?: Environment;
}

function treeFrom(file: string | undefined): unknown {
  if (file !== undefined) return readConfigFile(file);
  return existsSync(defaultFile) ? readConfigFile(defaultFile) : {};
}

/** A section whose lines are all commented out is YAML's null and means "nothing set here". */
function withoutEmptySections(tree: unknown): unknown {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return tree;
  const names = new Set(sections.map((section) => section.path.join('.')));
  return Object.fromEntries(Object.entries(tree).filter(([name, value]) => value !== null || !names.has(name)));
}

/**
 * The configuration: defaults, under the file, under the environment and the files of secrets that it names.
 * @throws ConfigError with everything that is wrong at once.
 */
export function loadConfig(sources: Sources = {}): Config {
  const env = sources.env ?? process.env;
  const file = sources.file ?? (env[fileVariable] || undefined);
  const { settings, problems } = readEnvironment(env);
  const tree = withEnvironment(withoutEmptySections(treeFrom(file)), settings);
  const result = Config.safeParse(tree);
  if (result.success && problems.length === 0) return { ...result.data, store: withPassword(result.data.store) };
  const issues = result.success ? [] : describeIssues(result.error.issues, tree, settings);
  throw new ConfigError([...issues, ...problems]);
}
