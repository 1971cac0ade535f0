/** From typed text to a command and the words left for its arguments. */
import { Refusal } from '../domain/failure.ts';
import { parseShortId, type ShortIdKind } from '../domain/shortId.ts';
import { LANGUAGES } from '../text/catalogue.ts';
import { nearest } from '../text/nearest.ts';
import { waysToSay } from '../text/words.ts';
import { type Command, codeOf, type Family } from './declaration.ts';
import { Cursor } from './grammar/cursor.ts';
import { type Token, tokenize } from './grammar/tokens.ts';

export interface Found {
  readonly command: Command;
  /** Its first words are taken. */
  readonly cursor: Cursor;
}

/** The umbrella name in front of any family. */
const UMBRELLA = 'mitwirk';

/** The family whose objects carry the letter: a lone id shows the object. */
const FAMILY_OF: Readonly<Record<ShortIdKind, string>> = {
  task: 'task',
  result: 'result',
  vote: 'vote',
  round: 'input',
};

/**
 * Finds the command. Null: this was not meant for the bot.
 * @throws Refusal `command.family`, `command.verb` with the nearest words to offer
 */
export function findCommand(text: string, families: readonly Family[], direct: boolean): Found | null {
  const tokens = tokenize(text);
  const first = tokens[0];
  if (!first || first.quoted) return null;
  const prefixed = /^[/!]/.test(first.word);
  if (!prefixed && !direct) return null;
  const plain = prefixed ? withoutPrefix(tokens) : tokens;
  const cursor = new Cursor(text, plain);
  return loneId(cursor, families) ?? inFamily(cursor, families) ?? unknownFamily(cursor, families, prefixed);
}

function withoutPrefix(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, index) =>
    index === 0
      ? { ...token, word: token.word.slice(1), folded: token.folded.slice(1), start: token.start + 1 }
      : token,
  );
}

/** `A-12`, `/A-12`, `/mitwirk A-12` and `/task A-12` all show the task. */
function loneId(cursor: Cursor, families: readonly Family[]): Found | null {
  const last = cursor.tokens.at(-1);
  const id = last && !last.quoted && cursor.tokens.length <= 2 ? parseShortId(last.word) : null;
  if (!id) return null;
  const [first] = cursor.tokens;
  const family = families.find((candidate) => candidate.name === FAMILY_OF[id.kind]);
  const introduced = cursor.tokens.length === 1 || first?.folded === UMBRELLA || familyAt(cursor, 0, families) !== null;
  const command = introduced ? verbOf(family, 'show') : null;
  if (!command) return null;
  if (cursor.tokens.length === 2) cursor.take(0);
  return { command, cursor };
}

function inFamily(cursor: Cursor, families: readonly Family[]): Found | null {
  const umbrella = cursor.tokens[0]?.folded === UMBRELLA;
  const start = umbrella && familyAt(cursor, 1, families) ? 1 : 0;
  const family = familyAt(cursor, start, families);
  if (!family) return null;
  cursor.take(0, start + 1);
  if (cursor.firstFree() === null) return { command: must(verbOf(family, family.bare)), cursor };
  return verbAt(cursor, family) ?? impliedOrUnknown(cursor, family);
}

function familyAt(cursor: Cursor, index: number, families: readonly Family[]): Family | null {
  const token = cursor.tokens[index];
  if (!token || token.quoted) return null;
  return families.find((family) => waysToSay(family.name).some((way) => way.join(' ') === token.folded)) ?? null;
}

/** The verb with the most words wins: `wieder öffnen` before `öffnen`. */
function verbAt(cursor: Cursor, family: Family): Found | null {
  const index = cursor.firstFree();
  const hits = family.commands.flatMap((command) => {
    const hit = cursor.occurrences(codeOf(command)).find((occurrence) => occurrence.index === index);
    return hit ? [{ command, hit }] : [];
  });
  const best = hits.sort((a, b) => b.hit.length - a.hit.length)[0];
  if (!best) return null;
  cursor.take(best.hit.index, best.hit.length);
  return { command: best.command, cursor };
}

function impliedOrUnknown(cursor: Cursor, family: Family): Found {
  if (family.implied) return { command: must(verbOf(family, family.implied)), cursor };
  const token = cursor.token(cursor.firstFree() ?? 0);
  const words = family.commands.flatMap((command) => waysToSay(codeOf(command)).map((way) => way.join(' ')));
  throw new Refusal({
    code: 'command.verb',
    params: { word: token.word, family: family.name, nearest: nearest(token.folded, words) ?? '' },
    at: { start: token.start, end: token.end },
  });
}

/** In a direct chat ordinary sentences are not commands, but a slash always means one. */
function unknownFamily(cursor: Cursor, families: readonly Family[], prefixed: boolean): Found | null {
  if (!prefixed) return null;
  const token = cursor.token(0);
  const words = families.flatMap((family) =>
    LANGUAGES.map((language) => language.words[family.name]?.split('|')[0] ?? ''),
  );
  throw new Refusal({
    code: 'command.family',
    params: { word: token.word, nearest: nearest(token.folded, words) ?? '' },
    at: { start: token.start, end: token.end },
  });
}

export function verbOf(family: Family | undefined, verb: string): Command | null {
  return family?.commands.find((command) => command.verb === verb) ?? null;
}

function must(command: Command | null): Command {
  if (!command) throw new Error('A family names a verb that it does not have');
  return command;
}
