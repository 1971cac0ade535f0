/** Arguments of single words: choices, switches, and clauses such as `region BY-KATH`. */
import { failure, refuse } from '../../domain/failure.ts';
import { isSaid, wordFor } from '../../text/words.ts';
import type { Cursor } from '../cursor.ts';
import { type ArgSpec, bracket } from './spec.ts';
import { checkLength, MAX_TITLE } from './text.ts';

interface ChoiceOptions {
  /** Code words are looked up as `<prefix>.<value>`. */
  readonly prefix: string;
  readonly optional?: true;
  /** A keyword before the value: `als Leitung`. */
  readonly keyword?: string;
}

/** Longer lists are named in the usage line instead of spelled out. */
const MOST_WORDS_SHOWN = 5;

/** One of a fixed set, in any language. */
export function choice<T extends string>(values: readonly T[], options: ChoiceOptions): ArgSpec<T | null> {
  const required = !options.optional;
  const codeOf = (value: T) => `${options.prefix}.${value}`;
  return {
    phase: options.keyword ? 'clause' : 'word',
    required,
    field: 'choice',
    choices: values.map(codeOf),
    absent: null,
    usage(locale, label) {
      const words = values.map((value) => wordFor(locale, codeOf(value)));
      const shown = words.length > MOST_WORDS_SHOWN ? `<${label}>` : words.join('|');
      return bracket(required, options.keyword ? `${wordFor(locale, options.keyword)} ${shown}` : shown);
    },
    async read(cursor, { caller }) {
      const keyword = options.keyword ? cursor.occurrences(options.keyword)[0] : undefined;
      if (options.keyword && !keyword) return null;
      const index = keyword ? keyword.index + keyword.length : cursor.firstFree();
      const found = index === null ? null : valueAt(cursor, index);
      if (found) {
        if (keyword) cursor.take(keyword.index, keyword.length);
        cursor.take(found.index, found.length);
        return found.value;
      }
      if (!required && !keyword) return null;
      const token = index === null ? undefined : cursor.tokens[index];
      return cursor.refuse(
        failure('choice.unknown', { word: token?.word ?? '', choices: shown(caller.locale) }),
        token,
      );
    },
    async readField(value, { caller }) {
      const found = values.find((candidate) => codeOf(candidate) === value || candidate === value);
      return found ?? refuse('choice.unknown', { word: value, choices: shown(caller.locale) });
    },
  };

  function shown(locale: string): string {
    return values.map((value) => wordFor(locale, codeOf(value))).join(', ');
  }

  function valueAt(cursor: Cursor, index: number) {
    for (const value of values) {
      const hit = cursor.occurrences(codeOf(value)).find((occurrence) => occurrence.index === index);
      if (hit) return { ...hit, value };
    }
    return quotedValueAt(cursor, index);
  }

  /** A quoted word is the choice too: people quote what the help shows in quotes. */
  function quotedValueAt(cursor: Cursor, index: number) {
    const token = cursor.tokens[index];
    if (!token?.quoted || !cursor.isFree(index)) return null;
    const said = token.folded.split(' ');
    const value = values.find((v) => isSaid(codeOf(v), said.join(' ')));
    return value ? { index, length: 1, value } : null;
  }
}

/** A word that is there or not: `anonym`. */
export function flag(code: string): ArgSpec<boolean> {
  return {
    phase: 'clause',
    required: false,
    field: 'switch',
    choices: [],
    absent: false,
    usage: (locale) => `[${wordFor(locale, code)}]`,
    async read(cursor) {
      const found = cursor.occurrences(code)[0];
      if (found) cursor.take(found.index, found.length);
      return found !== undefined;
    },
    readField: async (value) => value === 'true' || value === 'on',
  };
}

/** A keyword and one word or quoted piece: `region BY-KATH`, `org "Verein für alle"`. */
export function clause(keyword: string): ArgSpec<string> {
  return {
    phase: 'clause',
    required: false,
    field: 'line',
    choices: [],
    absent: '',
    usage: (locale, label) => `[${wordFor(locale, keyword)} <${label}>]`,
    async read(cursor) {
      const found = cursor.occurrences(keyword)[0];
      if (!found) return '';
      const [word] = cursor.take(found.index, found.length);
      const index = found.index + found.length;
      if (index >= cursor.tokens.length || !cursor.isFree(index)) {
        cursor.refuse(failure('clause.empty', { word: word?.word ?? '' }), word);
      }
      return checkLength(cursor.take(index)[0]?.word ?? '', MAX_TITLE);
    },
    readField: async (value) => checkLength(value, MAX_TITLE),
  };
}

/** One word by position, such as the key of a setting. */
export function word(options: { readonly optional?: true } = {}): ArgSpec<string> {
  const required = !options.optional;
  return {
    phase: 'word',
    required,
    field: 'line',
    choices: [],
    absent: '',
    usage: (_locale, label) => bracket(required, `<${label}>`),
    async read(cursor) {
      const index = cursor.firstFree();
      if (index === null) return required ? cursor.refuse(failure('word.missing')) : '';
      return checkLength(cursor.take(index)[0]?.word ?? '', MAX_TITLE);
    },
    readField: async (value) => checkLength(value, MAX_TITLE),
  };
}
