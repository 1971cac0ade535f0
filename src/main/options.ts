/** Reads the options of a command line; what is unknown or empty is refused with the usage. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usageError.ts';

export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: T,
  usage: string,
) {
  const parsed = parse(words, options, usage);
  // Mostly a variable of a script that was not set; as a path it would mean the working directory.
  const empty = Object.entries(parsed.values).find(([, value]) => typeof value === 'string' && value.trim() === '');
  if (empty) throw new UsageError(`--${empty[0]} needs a value, and there is none.\n${usage}`);
  return parsed;
}

function parse<T extends NonNullable<ParseArgsConfig['options']>>(words: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
