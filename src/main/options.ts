/** Reads the options of a command line; what is unknown is refused with the usage. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usageError.ts';

export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
