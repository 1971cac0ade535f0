/** The TypeScript that is generated from the languages' files: the list of the files, and the keys as types. */
import { type LanguageFiles, subjectsOf } from './language.ts';
import { partsOf } from './messageParts.ts';
import { stringsIn } from './readLanguage.ts';

const MADE = 'Generated from src/text/languages by npm run generate; do not edit.';
const REFUSALS = 'failure.';

/** The module that imports every file. The first language is the one used where nothing was chosen. */
export function languageListSource(languages: readonly LanguageFiles[]): string {
  const nameOf = (tag: string, file: string) => `${tag.replaceAll(/\W/g, '')}_${file}`;
  const imports = languages.flatMap(({ tag, files }) =>
    Object.keys(files).map((file) => `import ${nameOf(tag, file)} from './${tag}/${file}.json' with { type: 'json' };`),
  );
  const entries = languages.map(({ tag, files }) => {
    const each = Object.keys(files).map((file) => `${file}: ${nameOf(tag, file)}`);
    return `  { tag: '${tag}', files: { ${each.join(', ')} } },`;
  });
  return [
    `/** The files of every language. ${MADE} */`,
    "import type { LanguageFiles } from '../language.ts';",
    ...imports,
    '',
    'export const LANGUAGE_FILES: readonly [LanguageFiles, ...LanguageFiles[]] = [',
    ...entries,
    '];',
    '',
  ].join('\n');
}

/** The keys of the messages with their arguments; those of refusals stand with the domain, which throws them. */
export function messageKeysSource(template: LanguageFiles): string {
  const own = messagesOf(template).filter(([key]) => !key.startsWith(REFUSALS));
  return [
    `/** Every message and its arguments. ${MADE} */`,
    "import type { Refusals } from '../domain/refusals.generated.ts';",
    '',
    `type RefusalMessages = { readonly [Code in keyof Refusals as \`${REFUSALS}\${Code}\`]: Refusals[Code] };`,
    '',
    'export interface Messages extends RefusalMessages {',
    ...own.map(([key, args]) => `  readonly '${key}': ${args};`),
    '}',
    '',
  ].join('\n');
}

/** The codes of all refusals with what they are filled in with. */
export function refusalsSource(template: LanguageFiles): string {
  const refusals = messagesOf(template).filter(([key]) => key.startsWith(REFUSALS));
  return [
    `/** Every refusal and its parameters. ${MADE} */`,
    'export interface Refusals {',
    ...refusals.map(([key, args]) => `  readonly '${key.slice(REFUSALS.length)}': ${args};`),
    '}',
    '',
  ].join('\n');
}

/** By key, with the type of the arguments. @throws when two files say the same key */
function messagesOf({ tag, files }: LanguageFiles): readonly (readonly [key: string, args: string])[] {
  const seen = new Map<string, string>();
  const found: [string, string][] = [];
  for (const file of subjectsOf({ files })) {
    const entries = files[file] ?? {};
    for (const [key, message] of Object.entries(stringsIn(entries))) {
      if (seen.has(key))
        throw new Error(`${tag}: the message ${key} stands in ${seen.get(key)}.json and in ${file}.json`);
      seen.set(key, file);
      found.push([key, argumentsOf(tag, message, declaredIn(entries[`@${key}`]))]);
    }
  }
  return found;
}

/** Arguments that another language may need and this one does not use. */
function declaredIn(notes: unknown): readonly string[] {
  const placeholders = typeof notes === 'object' && notes !== null && 'placeholders' in notes ? notes.placeholders : {};
  return Object.keys(placeholders ?? {});
}

type Kind = 'text' | 'number' | 'choice';

function argumentsOf(tag: string, message: string, declared: readonly string[]): string {
  const kinds = new Map<string, Kind>(declared.map((name) => [name, 'text']));
  for (const arg of partsOf(tag, message).args) {
    const [name = '', kind = ''] = arg.split(':');
    const known = kinds.get(name);
    if (kind === 'plural' || kind === 'number') kinds.set(name, 'number');
    else if (kind.startsWith('select') && known !== 'number') kinds.set(name, 'choice');
    else if (known === undefined) kinds.set(name, 'text');
  }
  const fields = [...kinds].map(([name, kind]) => `readonly ${name}: '${kind}'`);
  return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`;
}
