/** What an ICU message consists of: its arguments with their kinds and cases, and the words it can show. */
import { icuMessage } from './icu.ts';

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
  visit(icuMessage(locale, source).getAst() as unknown as readonly Element[]);
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

/** The message with the names of its arguments in it, the usual case of each choice and several of what is counted: for those who read about it. */
export function outlineOf(locale: string, source: string): string {
  const outlined = [...partsOf(locale, source).args].map((arg) => {
    const [name = '', kind] = arg.split(':');
    return [name, kind === 'plural' || kind === 'number' ? SEVERAL : `‹${name}›`] as const;
  });
  // Of an argument that is both shown and counted, the number is needed.
  const params = Object.fromEntries(
    outlined.toSorted(([, one], [, other]) => Number(one === SEVERAL) - Number(other === SEVERAL)),
  );
  return String(icuMessage(locale, source).format(params));
}

const SEVERAL = 3;
