/** Arguments that name an object by its short id. */
import { failure, Refusal } from '../../domain/failure.ts';
import { parseShortId, SHORT_ID_LETTERS, type ShortId, type ShortIdKind } from '../../domain/labels.ts';
import { wordFor } from '../../text/words.ts';
import type { Cursor } from '../cursor.ts';
import { withoutPunctuation } from '../tokens.ts';
import { type ArgSpec, bracket } from './spec.ts';

interface RefOptions {
  readonly optional?: true;
  /** A keyword that may stand before it: `mit E-3`. */
  readonly after?: string;
  /** A contribution, R-2.7, and not the round itself; or either of the two. */
  readonly part?: true | 'either';
  /** Free text follows, and may begin with a word that looks like an id of another kind: «B1 Kurse fehlen». */
  readonly beforeText?: true;
}

/** A short id of a kind: `A-12`. Where it may be left out, null means: the one it can only be. */
export function ref(kind: ShortIdKind, options: RefOptions & { readonly optional: true }): ArgSpec<ShortId | null>;
export function ref(kind: ShortIdKind, options?: Omit<RefOptions, 'optional'>): ArgSpec<ShortId>;
export function ref(kind: ShortIdKind, options: RefOptions = {}): ArgSpec<ShortId | null> {
  const required = !options.optional;
  const example = `${SHORT_ID_LETTERS[kind]}-${options.part === true ? '2.7' : '3'}`;
  return {
    phase: 'word',
    required,
    field: 'line',
    choices: [],
    absent: null,
    usage: (locale) => bracket(required, options.after ? `${wordFor(locale, options.after)} ${example}` : example),
    async read(cursor) {
      const keyword = options.after ? cursor.occurrences(options.after)[0] : undefined;
      if (keyword) cursor.take(keyword.index, keyword.length);
      const index = keyword ? keyword.index + keyword.length : cursor.firstFree();
      const token = index === null ? undefined : cursor.tokens[index];
      const id = token && !token.quoted ? parseShortId(withoutPunctuation(token.word)) : null;
      if (id && index !== null && matches(id)) {
        cursor.take(index);
        return id;
      }
      return (id && !options.beforeText) || required ? wrong(cursor, index) : null;
    },
    async readField(value) {
      const id = parseShortId(value);
      if (id && matches(id)) return id;
      throw new Refusal(failure(`ref.${kind}`, { word: value, example }));
    },
  };

  function matches(id: ShortId): boolean {
    return id.kind === kind && (options.part === 'either' || (id.part !== null) === (options.part === true));
  }

  function wrong(cursor: Cursor, index: number | null): never {
    const token = index === null ? undefined : cursor.tokens[index];
    return cursor.refuse(failure(`ref.${kind}`, { word: token?.word ?? '', example }), token);
  }
}
