/** What is said about each setting, beside its type: the vocabulary in which a platform describes its section. */
import { z } from 'zod';

/** What a setting needs beyond its type, for error messages, the environment and the example file. */
export interface KeyFacts {
  /** The environment variable that overrides the file. */
  readonly env: string;
  /** Completes the sentence "allowed is …". */
  readonly allowed: string;
  /** Shown in the example file where there is no default. */
  readonly example?: string | boolean;
  /** Never printed; of an `address`, the place is shown. A secret can be given as the path of a file, too. */
  readonly secret?: 'word' | 'address';
}

/** Holds the {@link KeyFacts} of every setting. */
export const keyFacts = z.registry<KeyFacts>();

/** Completes the sentence of a switch. */
export const trueOrFalse = 'true or false';

/** Tokens and keys hold no spaces. */
export const secretWord = /^\S+$/;
