/** Reads the configuration file. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Yaml from 'yaml';
import { ConfigError } from './configError.ts';
import { whyUnreadable } from './unreadable.ts';

/** A message that quotes nothing of the file: the line may hold a password. */
function invalid(file: string, code: string, line: number): ConfigError {
  const what = code.toLowerCase().replaceAll('_', ' ');
  return new ConfigError([`${file}: line ${line} is not valid YAML (${what}).`]);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError([`${file}: cannot be read: ${whyUnreadable(error)}.`]);
  }
}

/**
 * What the file says, not yet checked against the schema; an empty file says nothing.
 * @throws ConfigError when it cannot be read, or is not one YAML mapping.
 */
export function readConfigFile(file: string): unknown {
  const text = read(file);
  // Loaded only where there is a file to read, because most settings come from the environment.
  const { parseDocument }: typeof Yaml = createRequire(import.meta.url)('yaml');
  const document = parseDocument(text, { prettyErrors: true });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) throw invalid(file, problem.code, problem.linePos?.[0].line ?? 1);
  try {
    return document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch {
    throw new ConfigError([`${file}: aliases (*name) are not supported; write the value out.`]);
  }
}
