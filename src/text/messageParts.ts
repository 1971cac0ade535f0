/** What an ICU message consists of: its arguments with their kinds and cases, and the words it can show. */
import { IntlMessageFormat } from 'intl-messageformat';

interface Element {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

/** The numbers by which the parser tells its elements apart. */
const KINDS = ['literal', 'text', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag'] as const;

export interface MessageParts {
  /** `count:plural`, `kind:select(steering)`; plural cases are the language's own affair. */
  readonly args: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** @throws when the message is malformed */
export function partsOf(locale: string, source: string): MessageParts {
  const args = new Set<string>();
  const words: string[] = [];
  visit(
    new IntlMessageFormat(source, locale, undefined, { ignoreTag: true }).getAst() as unknown as readonly Element[],
  );
  return { args, words };

  function visit(elements: readonly Element[]): void {
    for (const { type, value, options = {} } of elements) {
      const kind = KINDS[type] ?? 'unknown';
      const cases = Object.entries(options);
      if (kind === 'literal') words.push(String(value));
      else if (kind !== 'pound') args.add(`${value}:${kind}${kind === 'select' ? casesOf(cases) : ''}`);
      for (const [, option] of cases) visit(option.value);
    }
  }
}

function casesOf(cases: readonly (readonly [string, unknown])[]): string {
  return `(${cases
    .map(([name]) => name)
    .filter((name) => name !== 'other')
    .sort()
    .join(',')})`;
}
