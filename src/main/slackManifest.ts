/** `npm run slack:manifest`: prints the manifest with which the Slack app is made. */
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { commandInfos } from '../app/completion.ts';
import { DEFAULT_LOCALE, isLocale } from '../text/catalogue.ts';
import { readOptions } from './options.ts';
import { UsageError } from './usageError.ts';

const USAGE =
  'Usage: npm run --silent slack:manifest -- [--lang de|en] [--url https://mitwirk.example.org/slack/events]';

export async function printSlackManifest(words: readonly string[]): Promise<number> {
  const { values } = readOptions(words, { lang: { type: 'string' }, url: { type: 'string' } }, USAGE);
  const locale = values.lang ?? DEFAULT_LOCALE;
  if (!isLocale(locale)) throw new UsageError(`There is no language ${locale}.\n${USAGE}`);
  const url = values.url ?? null;
  if (url !== null && !/^https:\/\/\S+$/.test(url)) throw new UsageError(`${url} is no https address.\n${USAGE}`);
  process.stdout.write(`${JSON.stringify(slackManifest({ locale, commands: commandInfos(locale), url }), null, 2)}\n`);
  return 0;
}
