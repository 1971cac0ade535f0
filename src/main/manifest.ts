/** `npm run slack:manifest` and its like: prints what an administrator of the platform is to be given. */
import { commandInfos } from '../app/completion.ts';
import { DEFAULT_LOCALE, isLocale } from '../text/catalogue.ts';
import { readOptions } from './options.ts';
import { platformKinds } from './platforms.ts';
import { UsageError } from './usageError.ts';

const COMMAND = '-manifest';

/** The commands that print one, such as `slack-manifest`. */
export function manifestCommands(): readonly string[] {
  return platformKinds.filter(({ manifest }) => manifest).map(({ name }) => name + COMMAND);
}

/** @param command one of {@link manifestCommands} */
export async function printManifest(command: string, words: readonly string[]): Promise<number> {
  const platform = command.slice(0, -COMMAND.length);
  const usage = `Usage: npm run --silent ${platform}:manifest -- [--lang de|en] [--url https://mitwirk.example.org/${platform}/events]`;
  const { values } = readOptions(words, { lang: { type: 'string' }, url: { type: 'string' } }, usage);
  const locale = values.lang ?? DEFAULT_LOCALE;
  if (!isLocale(locale)) throw new UsageError(`There is no language ${locale}.\n${usage}`);
  const url = values.url ?? null;
  if (url !== null && !/^https:\/\/\S+$/.test(url)) throw new UsageError(`${url} is no https address.\n${usage}`);
  const kind = platformKinds.find(({ name }) => name === platform);
  const manifest = await kind?.manifest?.({ locale, commands: commandInfos(locale), url });
  process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
  return 0;
}
