/** Small parsers put together to larger ones; each gives every way to read the words from a place on. */
import { type Edge, edgesAt } from './lexicon.ts';
import type { Meaning, MeaningOf } from './meaning.ts';
import type { DateWords } from './words.ts';

/** The words of a phrase with their meanings. */
export interface Input {
  readonly length: number;
  readonly edges: (at: number) => readonly Edge[];
}

export interface Match<T> {
  readonly value: T;
  readonly next: number;
}

export type Parser<T> = (input: Input, at: number) => readonly Match<T>[];

export function inputOf(words: readonly string[], lexicons: readonly DateWords[]): Input {
  const edges = words.map((_, at) => edgesAt(words, at, lexicons));
  return { length: words.length, edges: (at) => edges[at] ?? [] };
}

/** One word, or several that stand together in the lexicon, of the kind. */
export function word<K extends Meaning['kind']>(kind: K): Parser<MeaningOf<K>> {
  return (input, at) => {
    const matches: Match<MeaningOf<K>>[] = [];
    for (const { meaning, next } of input.edges(at)) {
      if (meaning.kind === kind) matches.push({ value: meaning as MeaningOf<K>, next });
    }
    return matches;
  };
}

type Values<P extends readonly Parser<unknown>[]> = {
  -readonly [I in keyof P]: P[I] extends Parser<infer T> ? T : never;
};

/** All parsers one after the other. */
export function sequence<const P extends readonly Parser<unknown>[], R>(
  parsers: P,
  combine: (...values: Values<P>) => R,
): Parser<R> {
  return (input, at) => {
    let partial: Match<unknown[]>[] = [{ value: [], next: at }];
    for (const parser of parsers) {
      partial = partial.flatMap(({ value, next }) =>
        parser(input, next).map((match) => ({ value: [...value, match.value], next: match.next })),
      );
    }
    return partial.map(({ value, next }) => ({ value: combine(...(value as unknown as Values<P>)), next }));
  };
}

/** Every reading of every alternative, in their order. */
export function oneOf<T>(...alternatives: readonly Parser<T>[]): Parser<T> {
  return (input, at) => alternatives.flatMap((parser) => parser(input, at));
}

/** With it, or else without. */
export function maybe<T>(parser: Parser<T>): Parser<T | null> {
  return (input, at) => [...parser(input, at), { value: null, next: at }];
}

/** Only the readings that fulfil the condition. */
export function only<T, S extends T>(parser: Parser<T>, condition: (value: T) => value is S): Parser<S>;
export function only<T>(parser: Parser<T>, condition: (value: T) => boolean): Parser<T>;
export function only<T>(parser: Parser<T>, condition: (value: T) => boolean): Parser<T> {
  return (input, at) => parser(input, at).filter(({ value }) => condition(value));
}

export function map<T, R>(parser: Parser<T>, change: (value: T) => R): Parser<R> {
  return (input, at) => parser(input, at).map(({ value, next }) => ({ value: change(value), next }));
}

/** Any number of words of these kinds, which say nothing. */
export function skip(...kinds: readonly Meaning['kind'][]): Parser<null> {
  return (input, at) => {
    const reached = new Set([at]);
    for (const place of reached) {
      for (const { meaning, next } of input.edges(place)) if (kinds.includes(meaning.kind)) reached.add(next);
    }
    return [...reached].reverse().map((next) => ({ value: null, next }));
  };
}
