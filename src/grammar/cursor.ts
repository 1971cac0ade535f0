/** The words of one command while its arguments take theirs. */
import { type Failure, Refusal } from '../domain/failure.ts';
import { waysToSay } from '../text/words.ts';
import type { Token } from './tokens.ts';

/** What may stand behind a keyword: «ja, weil …», «erledigt!» */
const PAUSE = /[,;!]+$/;

export class Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly #taken: boolean[];

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
    this.#taken = tokens.map(() => false);
  }

  isFree(index: number): boolean {
    return this.#taken[index] === false;
  }

  take(from: number, count = 1): readonly Token[] {
    for (let index = from; index < from + count; index += 1) this.#taken[index] = true;
    return this.tokens.slice(from, from + count);
  }

  /** Indices of the words no argument has taken yet. */
  free(): readonly number[] {
    return this.tokens.flatMap((_, index) => (this.isFree(index) ? [index] : []));
  }

  firstFree(): number | null {
    return this.free()[0] ?? null;
  }

  /** Free words from `index` on without a gap. */
  runFrom(index: number): readonly Token[] {
    const run: Token[] = [];
    for (let at = index; at < this.tokens.length && this.isFree(at); at += 1) run.push(this.token(at));
    return run;
  }

  token(index: number): Token {
    const token = this.tokens[index];
    if (!token) throw new RangeError(`No word ${index}`);
    return token;
  }

  /** Where an unquoted keyword stands among the free words, and how many words it has; in order. */
  occurrences(code: string): readonly { readonly index: number; readonly length: number }[] {
    const ways = waysToSay(code);
    return this.free().flatMap((index) => {
      const way = ways.find((words) => this.#says(index, words));
      return way ? [{ index, length: way.length }] : [];
    });
  }

  #says(index: number, words: readonly string[]): boolean {
    return words.every((word, offset) => {
      const token = this.tokens[index + offset];
      if (token === undefined || token.quoted || !this.isFree(index + offset)) return false;
      return token.folded === word || (offset === words.length - 1 && token.folded.replace(PAUSE, '') === word);
    });
  }

  /** The free words as they were typed, spaces and line breaks between neighbours kept; a single quoted one without its quotes, and no comma before what was taken from the end. */
  freeText(): string {
    const free = this.free();
    const [only] = free;
    if (free.length === 1 && only !== undefined) return this.token(only).word;
    let joined = '';
    let previous = -2;
    for (const index of free) {
      const token = this.token(index);
      const between = index === previous + 1 ? this.text.slice(this.token(previous).end, token.start) : ' ';
      joined += (joined === '' ? '' : between) + this.text.slice(token.start, token.end);
      previous = index;
    }
    return previous === this.tokens.length - 1 ? joined : joined.replace(/\s*[,;]$/, '');
  }

  /** Refuses, pointing at a word; without one, at the end of the text. */
  refuse(failure: Failure, token?: Token): never {
    const at = token ? { start: token.start, end: token.end } : { start: this.text.length, end: this.text.length };
    throw new Refusal({ ...failure, at });
  }
}

/** Runs `read`; a refusal that points nowhere is made to point at `token`. */
export async function pointing<T>(read: () => Promise<T>, token: Token | undefined): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Refusal) || error.failure.at || !token) throw error;
    throw new Refusal({ ...error.failure, at: { start: token.start, end: token.end } });
  }
}
