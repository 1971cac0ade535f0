/** For which of several processes a command is: `… prozess "Stadt B"`, at its end. */

import { ownProcess } from '../../acting/ownProcess.ts';
import type { Process } from '../../domain/process/process.ts';
import { isSaid } from '../../text/words.ts';
import { type Cursor, pointing } from '../cursor.ts';
import { type Token, tokenize } from '../tokens.ts';

/** The last two words, where they are such. */
function clauseIn(tokens: readonly Token[]): { readonly at: number; readonly name: Token } | null {
  const at = tokens.length - 2;
  const [keyword, name] = tokens.slice(Math.max(0, at));
  const said = keyword && !keyword.quoted && isSaid('process', keyword.folded);
  return said && name?.quoted ? { at, name } : null;
}

/** What is typed before the process, and its name; null where there is none, or nothing before it. */
export function beforeProcess(text: string): { readonly text: string; readonly name: string } | null {
  const tokens = tokenize(text);
  const clause = clauseIn(tokens);
  const start = clause ? (tokens[clause.at]?.start ?? 0) : 0;
  return clause && start > 0 ? { text: text.slice(0, start).trimEnd(), name: clause.name.word } : null;
}

/**
 * Takes the words. Null: nothing of the kind stands there.
 * @throws Refusal `process.notAmong` where it is none of these
 */
export async function takeProcess(cursor: Cursor, own: readonly Process[]): Promise<Process | null> {
  const clause = clauseIn(cursor.tokens);
  if (!clause || !cursor.isFree(clause.at) || !cursor.isFree(clause.at + 1)) return null;
  cursor.take(clause.at, 2);
  return pointing(async () => ownProcess(own, clause.name.word), clause.name);
}
