/** Words that are no family and no verb: refused, with the nearest word there is. */
import { failure, Refusal } from '../domain/failure.ts';
import { nearest } from '../text/nearest.ts';
import { allWordsFor, wordFor } from '../text/words.ts';
import { codeOf, type Family } from './declaration.ts';
import type { Token } from './tokens.ts';

/** @throws Refusal `command.family` */
export function refuseFamily(token: Pick<Token, 'word'> & Partial<Token>, families: readonly Family[]): never {
  const near = nearest(
    token.word,
    families.flatMap((family) => allWordsFor(family.name)),
  );
  throw new Refusal({ ...failure('command.family', { word: token.word, nearest: near ?? '' }), ...spanOf(token) });
}

/** @throws Refusal `command.verb` */
export function refuseVerb(token: Token, family: Family, locale: string): never {
  const params = { word: token.word, family: wordFor(locale, family.name), nearest: nearestVerb(token, family) ?? '' };
  throw new Refusal({ ...failure('command.verb', params), ...spanOf(token) });
}

/** Whether somebody may have meant a verb and mistyped it. */
export function looksLikeVerb(token: Token, family: Family): boolean {
  return nearestVerb(token, family) !== null;
}

function nearestVerb(token: Token, family: Family): string | null {
  return nearest(
    token.word,
    family.commands.flatMap((command) => allWordsFor(codeOf(command))),
  );
}

function spanOf({ start, end }: Partial<Token>) {
  return start === undefined || end === undefined ? {} : { at: { start, end } };
}
