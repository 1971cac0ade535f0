/** The product's own sources as text, for tests that hold them against something else. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every TypeScript file of the product that somebody wrote, by its path from the root. */
export function productSources(): ReadonlyMap<string, string> {
  const files = globSync('{src,adapters,config}/**/*.ts', { cwd: ROOT });
  return contentOf(files.filter((file) => !file.endsWith('.generated.ts')));
}

/** The scripts and the HTML of the local page. */
export function pageSources(): ReadonlyMap<string, string> {
  return contentOf(globSync('adapters/local/web/{page,closed}/**/*.{js,html}', { cwd: ROOT }));
}

function contentOf(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...files].sort().map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
}
