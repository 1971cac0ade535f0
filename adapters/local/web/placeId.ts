/** Ids for people and rooms that are made on the page: what others type after `@` or see after `#`. */
import { fold } from '../../../src/text/words.ts';
import { PageError } from './pageError.ts';

/**
 * `Leitung AG Bildung` becomes `leitung-ag-bildung`, or `leitung-ag-bildung-2` when that is taken.
 * @throws PageError `name` when it has neither letter nor digit
 */
export function freeId(name: string, taken: readonly { readonly id: string }[]): string {
  const id = (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
  if (id === '') throw new PageError(400, 'name');
  const isTaken = (candidate: string) => taken.some((one) => one.id === candidate);
  for (let number = 2; ; number++) {
    const candidate = number === 2 && !isTaken(id) ? id : `${id}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
