/** For which of several processes a command is: `… prozess "Stadt B"`, at its end. */
import type { Process } from '../../domain/process.ts';
import { isSameName } from '../../text/quoted.ts';
import { isSaid } from '../../text/words.ts';
import type { Cursor } from '../grammar/cursor.ts';

/**
 * Takes the words. Null: nothing of the kind stands there.
 * @throws Refusal `process.notAmong` where it is none of these
 */
export function takeProcess(cursor: Cursor, own: readonly Process[]): Process | null {
  const at = cursor.tokens.length - 2;
  const [keyword, name] = cursor.tokens.slice(Math.max(0, at));
  if (!keyword || !name || !cursor.isFree(at) || !cursor.isFree(at + 1)) return null;
  if (keyword.quoted || !name.quoted || !isSaid('process', keyword.folded)) return null;
  const found = own.find((process) => isSameName(process.name, name.word));
  if (!found) return cursor.refuse('process.notAmong', { name: name.word, processes: namesOf(own) }, name);
  cursor.take(at, 2);
  return found;
}

function namesOf(own: readonly Process[]): string {
  return own.map(({ name }) => `„${name}“`).join(', ');
}
