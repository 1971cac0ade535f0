/** Writes the list of languages and the types of their keys: `node src/main/languages.ts`; with `--check` only compares. It needs nothing of what it writes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Entries, LanguageFiles } from '../text/language.ts';
import { languageListSource, messageKeysSource, refusalsSource } from '../text/sourceOfLanguages.ts';

const SOURCES = new URL('../', import.meta.url);
const LANGUAGES = new URL('text/languages/', SOURCES);

/** The language that has the notes for translators, and all keys. */
const TEMPLATE = 'de';

function languageFiles(tag: string): LanguageFiles {
  const folder = new URL(`${tag}/`, LANGUAGES);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Entries;
  return { tag, files: Object.fromEntries(names.sort().map((name) => [name.replace('.json', ''), read(name)])) };
}

function generate(words: readonly string[]): number {
  const folders = readdirSync(LANGUAGES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const others = folders.map(({ name }) => name).filter((tag) => tag !== TEMPLATE);
  const template = languageFiles(TEMPLATE);
  const made = {
    'text/languages/all.generated.ts': languageListSource([template, ...others.sort().map(languageFiles)]),
    'text/messages.generated.ts': messageKeysSource(template),
    'domain/refusals.generated.ts': refusalsSource(template),
  };
  const stale = Object.entries(made).filter(([file, text]) => text !== readIfThere(new URL(file, SOURCES)));
  if (words.includes('--check')) {
    for (const [file] of stale)
      process.stderr.write(`src/${file} is not in step with the languages; run npm run generate.\n`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const [file, text] of stale) writeFileSync(new URL(file, SOURCES), text);
  return 0;
}

function readIfThere(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

process.exitCode = generate(process.argv.slice(2));
