/** An expected refusal: a code the catalogues translate, never a sentence. */

/** What a failure's text may be filled with. User text stays a literal string. */
export type FailureParam = string | number;

/** Why something was refused. `code` is the catalogue key `failure.<code>`. */
export interface Failure {
  readonly code: string;
  readonly params?: Readonly<Record<string, FailureParam>>;
  /** The offending span of the text that was typed, in UTF-16 units, end exclusive. */
  readonly at?: { readonly start: number; readonly end: number };
}

/** Carries a {@link Failure} out of a transaction, so that the transaction is rolled back and nothing has changed. */
export class Refusal extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'Refusal';
    this.failure = failure;
  }
}

/** Throws a {@link Refusal}; typed `never` so that control flow analysis knows. */
export function refuse(code: string, params?: Failure['params']): never {
  throw new Refusal(params ? { code, params } : { code });
}
