/** Writes the list of languages, the types of their keys, and the page of refusals: `node src/main/languages.ts`; with `--check` only compares. It needs nothing of what it writes. */
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Entries, LanguageFiles } from '../text/language.ts';
import { refusalsPage } from '../text/refusalsPage.ts';
import { languageListSource, messageKeysSource, refusalsSource } from '../text/sourceOfLanguages.ts';

const ROOT = new URL('../../', import.meta.url);
const LANGUAGES = new URL('src/text/languages/', ROOT);

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
  const languages = [template, ...others.sort().map(languageFiles)] as const;
  const made = {
    'src/text/languages/all.generated.ts': languageListSource(languages),
    'src/text/messages.generated.ts': messageKeysSource(template),
    'src/domain/refusals.generated.ts': refusalsSource(template),
    'docs/refusals.md': refusalsPage(languages.slice(0, 2), productSources()),
  };
  const stale = Object.entries(made).filter(([file, text]) => text !== readIfThere(new URL(file, ROOT)));
  if (words.includes('--check')) {
    for (const [file] of stale)
      process.stderr.write(`${file} is not in step with the languages; run npm run generate.\n`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const [file, text] of stale) writeFileSync(new URL(file, ROOT), text);
  return 0;
}

/** What somebody wrote; the page tells where a refusal comes from. */
function productSources(): ReadonlyMap<string, string> {
  const files = globSync('{src,adapters}/**/*.ts', { cwd: fileURLToPath(ROOT) }).filter(
    (file) => !file.endsWith('.generated.ts'),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(new URL(file, ROOT), 'utf8')]));
}

function readIfThere(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

process.exitCode = generate(process.argv.slice(2));
