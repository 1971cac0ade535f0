/** An expected refusal: a code the catalogues translate, never a sentence. */

import type { Refusals } from './refusals.generated.ts';

/** The message of a refusal is `failure.<code>`. */
export type RefusalCode = keyof Refusals;

/** What a refusal's text is filled in with. User text stays a literal string. */
interface Values {
  readonly text: string | number;
  readonly number: number;
  readonly choice: string | number;
}

/** For several codes at once, the parameters of all of them. */
type Names<Code extends RefusalCode> = Code extends RefusalCode ? keyof Refusals[Code] : never;
type KindOf<Code extends RefusalCode, Name> = Code extends RefusalCode
  ? Name extends keyof Refusals[Code]
    ? Refusals[Code][Name]
    : never
  : never;
export type RefusalParams<Code extends RefusalCode> = {
  readonly [Name in Names<Code>]: KindOf<Code, Name> extends keyof Values ? Values[KindOf<Code, Name>] : never;
};

/** What follows the code: nothing where nothing is filled in. */
export type RefusalRest<Code extends RefusalCode> = [Names<Code>] extends [never]
  ? [params?: Readonly<Record<string, never>>]
  : [params: RefusalParams<Code>];

/** Why something was refused; {@link failure} and {@link refuse} check that the parameters are those of the code. */
export interface Failure {
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The offending span of the text that was typed, in UTF-16 units, end exclusive. */
  readonly at?: { readonly start: number; readonly end: number };
}

export function failure<Code extends RefusalCode>(code: Code, ...[params]: RefusalRest<Code>): Failure {
  return params ? { code, params } : { code };
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
export function refuse<Code extends RefusalCode>(code: Code, ...params: RefusalRest<Code>): never {
  throw new Refusal(failure(code, ...params));
}
