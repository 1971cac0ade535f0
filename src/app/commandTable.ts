/** The README's command table, derived from the declarations. */
import { families } from '../features/families.ts';
import { summaryOf, usageOf, whoOf } from '../grammar/usage.ts';

export function commandTable(): string {
  const rows = families.flatMap((family) =>
    family.commands.map((command) => {
      const cells = [code(usageOf('de', command)), code(usageOf('en', command)), summaryOf('en', command)];
      return `| ${[...cells, whoOf('en', command)].join(' | ')} |`;
    }),
  );
  return ['| German | English | what it does | who |', '|---|---|---|---|', ...rows].join('\n');

  function code(usage: string): string {
    return `\`${usage.replaceAll('|', '\\|')}\``;
  }
}
