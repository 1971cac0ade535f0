/** From typed text to a command and the words left for its arguments. */
import { refuse } from '../domain/failure.ts';
import { parseShortId, type ShortIdKind } from '../domain/labels.ts';
import { isSaid } from '../text/words.ts';
import { Cursor } from './cursor.ts';
import { type Command, codeOf, type Family } from './declaration.ts';
import { type Token, tokenize, withoutPunctuation } from './tokens.ts';
import { looksLikeVerb, refuseFamily, refuseVerb } from './unknown.ts';

export interface Found {
  readonly command: Command;
  /** Its first words are taken. */
  readonly cursor: Cursor;
}

export interface Place {
  /** In a direct chat the prefix may be left out. */
  readonly direct: boolean;
  /** Given on another message, such as in a reply to it. */
  readonly onMessage?: boolean;
  /** Language in which a refusal names the family. */
  readonly locale: string;
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

/** A slash or an exclamation mark right in front of a word; «!!!» and «/» alone are punctuation. */
const PREFIXED = /^[/!](?=\p{L})/u;

/**
 * Finds the command. Null: this was not meant for the bot.
 * @throws Refusal `command.family`, `command.verb` with the nearest words to offer; `command.sentence` in a direct chat,
 * where everything is meant for the bot
 */
export function findCommand(text: string, families: readonly Family[], place: Place): Found | null {
  const tokens = tokenize(text);
  const first = tokens[0];
  if (!first) return null;
  const prefixed = !first.quoted && PREFIXED.test(first.word);
  if (!prefixed && !place.direct) return null;
  const cursor = new Cursor(text, prefixed ? withoutPrefix(tokens) : tokens);
  const found = loneId(cursor, families) ?? bareHelp(cursor, families) ?? inFamily(cursor, families, place, prefixed);
  if (found) return found;
  return prefixed ? refuseFamily(cursor.token(0), families) : refuse('command.sentence');
}

function withoutPrefix(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, index) =>
    index === 0
      ? { ...token, word: token.word.slice(1), folded: token.folded.slice(1), start: token.start + 1 }
      : token,
  );
}

/** `A-12`, `/A-12`, `/mitwirk A-12`, `/task A-12` and `/mitwirk task A-12` all show the task. */
function loneId(cursor: Cursor, families: readonly Family[]): Found | null {
  const umbrella = cursor.tokens[0]?.folded === UMBRELLA ? 1 : 0;
  const index = umbrella + (familyAt(cursor, umbrella, families) ? 1 : 0);
  const token = cursor.tokens[index];
  if (!token || token.quoted || cursor.tokens.length !== index + 1) return null;
  const id = parseShortId(withoutPunctuation(token.word));
  const command = id && verbOf(familyCalled(families, FAMILY_OF[id.kind]), 'show');
  if (!command) return null;
  cursor.take(0, index);
  return { command, cursor };
}

function inFamily(cursor: Cursor, families: readonly Family[], place: Place, prefixed: boolean): Found | null {
  const umbrella = cursor.tokens[0]?.folded === UMBRELLA;
  const start = umbrella && familyAt(cursor, 1, families) ? 1 : 0;
  const family = familyAt(cursor, start, families);
  if (!family) return null;
  cursor.take(0, start + 1);
  const onMessage = place.onMessage ? verbOf(family, family.onMessage) : null;
  if (cursor.firstFree() === null) return { command: onMessage ?? must(verbOf(family, family.bare)), cursor };
  const found = helpOn(cursor, family, families) ?? verbIn(cursor, family) ?? implied(cursor, family);
  if (found) return found;
  if (onMessage) return { command: onMessage, cursor };
  const token = cursor.token(cursor.firstFree() ?? 0);
  // «Ich kann am Montag nicht» begins like a command and is none.
  if (!prefixed && !looksLikeVerb(token, family)) return null;
  return refuseVerb(token, family, place.locale);
}

function familyAt(cursor: Cursor, index: number, families: readonly Family[]): Family | null {
  const token = cursor.tokens[index];
  if (!token || token.quoted) return null;
  return families.find((family) => isSaid(family.name, token.folded)) ?? null;
}

/** `/help` and, in a direct chat, `help`: whoever needs it does not know the umbrella name yet. */
function bareHelp(cursor: Cursor, families: readonly Family[]): Found | null {
  const help = helpOf(families);
  if (!help || !saysAt(cursor, help, 0)) return null;
  cursor.take(0);
  return { command: help, cursor };
}

/** `/task help` is `/mitwirk help task`. */
function helpOn(cursor: Cursor, family: Family, families: readonly Family[]): Found | null {
  const help = helpOf(families);
  const [index = 0, ...more] = cursor.free();
  if (!help || family.name === UMBRELLA || more.length > 0 || !saysAt(cursor, help, index)) return null;
  return { command: help, cursor: new Cursor(family.name, tokenize(family.name)) };
}

function helpOf(families: readonly Family[]): Command | null {
  return verbOf(familyCalled(families, UMBRELLA), 'help');
}

function saysAt(cursor: Cursor, command: Command, index: number): boolean {
  return cursor.occurrences(codeOf(command)).some((occurrence) => occurrence.index === index);
}

/** People also name the object first: `/aufgabe A-3 erledigt`. Not where the words may be a text of their own. */
function verbIn(cursor: Cursor, family: Family): Found | null {
  const [first, second] = cursor.free();
  const direct = verbAt(cursor, family, first);
  if (direct || family.implied || first === undefined || second === undefined) return direct;
  return parseShortId(cursor.token(first).word) ? verbAt(cursor, family, second) : null;
}

/** The verb with the most words wins: `wieder öffnen` before `öffnen`. */
function verbAt(cursor: Cursor, family: Family, index: number | undefined): Found | null {
  const hits = family.commands.flatMap((command) => {
    const hit = cursor.occurrences(codeOf(command)).find((occurrence) => occurrence.index === index);
    return hit ? [{ command, hit }] : [];
  });
  const best = hits.sort((a, b) => b.hit.length - a.hit.length)[0];
  if (!best) return null;
  cursor.take(best.hit.index, best.hit.length);
  return { command: best.command, cursor };
}

function implied(cursor: Cursor, family: Family): Found | null {
  if (!family.implied || isMissingVerb(cursor, family)) return null;
  return { command: must(verbOf(family, family.implied)), cursor };
}

/** `/input support R-2.7` is a verb that is not there; `/input support for parents` is a contribution. */
function isMissingVerb(cursor: Cursor, family: Family): boolean {
  const index = cursor.firstFree();
  return (family.missing ?? []).some((verb) => {
    const hit = cursor.occurrences(`${family.name}.${verb}`).find((occurrence) => occurrence.index === index);
    const next = hit && cursor.tokens[hit.index + hit.length];
    return hit !== undefined && (!next || parseShortId(withoutPunctuation(next.word)) !== null);
  });
}

function familyCalled(families: readonly Family[], name: string): Family | undefined {
  return families.find((family) => family.name === name);
}

function verbOf(family: Family | undefined, verb: string | undefined): Command | null {
  return family?.commands.find((command) => command.verb === verb) ?? null;
}

function must(command: Command | null): Command {
  if (!command) throw new Error('A family names a verb that it does not have');
  return command;
}
