/** Which messages are said somewhere: what the compiler cannot tell. That a key is there, it does. */
import { families } from '../../../src/features/families.ts';
import { codeOf } from '../../../src/grammar/declaration.ts';
import { namedArgs } from '../../../src/grammar/usage.ts';
import { pageSources, productSources } from '../../support/sources.ts';

const commands = families.flatMap((family) => family.commands);

/** The messages that declarations need, which `declaredKey` puts together; so are the labels of buttons, `action.…`, which the dialogs find by pressing them. */
export const DECLARED: ReadonlySet<string> = new Set([
  ...families.map(({ name }) => `family.${name}`),
  ...commands.flatMap((command) => [`summary.${codeOf(command)}`, `example.${codeOf(command)}`, `who.${command.who}`]),
  ...commands.flatMap((command) => namedArgs(command).map(([name]) => `arg.${name}`)),
]);

const LITERAL = /'([a-z][\w-]*(?:\.[\w-]+)+)'/g;
/** Codes of refusals that belong to no subject, such as `fault`. */
const BARE = /'([a-z]+)'/g;
const TEMPLATE = /(\b(?:refuse|failure)\([^()`]*?)?`([a-z]\w*\.[\w.]*\$\{[^`]*)`/g;

/** Patterns that are no keys of their own: the message of whatever was refused, and words of commands such as `task.${verb}`. */
const TOO_WIDE: ReadonlySet<string> = new Set(['failure.*', ...families.map(({ name }) => `${name}.*`)]);

/** Whether a key stands in the code: written out, or as a refusal's code, or by the parts that are not filled in. */
export function isSaidInCode(): (key: string) => boolean {
  const exactly = new Set<string>();
  const patterns: RegExp[] = [];
  for (const source of productSources().values()) {
    for (const [, key = ''] of source.matchAll(LITERAL)) exactly.add(key).add(`failure.${key}`);
    for (const [, code = ''] of source.matchAll(BARE)) exactly.add(`failure.${code}`);
    for (const [, refused, template = ''] of source.matchAll(TEMPLATE)) {
      const pattern = template.replaceAll(/\$\{[^}]*\}/g, '*');
      if (refused !== undefined) patterns.push(matches(`failure.${pattern}`));
      else if (!TOO_WIDE.has(pattern)) patterns.push(matches(pattern));
    }
  }
  return (key) =>
    key.startsWith('action.') || exactly.has(key) || DECLARED.has(key) || patterns.some((pattern) => pattern.test(key));
}

function matches(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+')}$`);
}

/** Keys the page says, `page.` in front: written out in its script or its HTML, or beginning like one made at run time. */
export function pageKeysSaid(): { readonly exactly: ReadonlySet<string>; readonly maybe: (key: string) => boolean } {
  const sources = [...pageSources().values()].join('\n');
  const exactly = new Set(
    [...sources.matchAll(/\bt\(\s*'([\w.]+)'|\{\{(\w+)\}\}/g)].map(([, said, held]) => `page.${said ?? held}`),
  );
  const quoted = new Set([...sources.matchAll(/['"]([\w.]+)['"]/g)].map(([, word]) => `page.${word}`));
  const prefixes = [...sources.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix]) => `page.${prefix}`);
  return {
    exactly,
    maybe: (key) => exactly.has(key) || quoted.has(key) || prefixes.some((prefix) => key.startsWith(prefix)),
  };
}
