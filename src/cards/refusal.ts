/** Why something was refused: what was wrong, the word it concerns, and a line that works. */
import type { Failure } from '../domain/failure.ts';
import type { Card, Node } from '../message/model.ts';
import { declaredKey } from '../text/catalogue.ts';
import { refusalMessage, type Said } from '../text/messages.ts';
import { type Phrases, text } from '../text/phrases.ts';
import { typed } from '../text/words.ts';
import { card, paragraph } from './build.ts';

/** `typed` is what the person typed, null when it came from a form. `command` is the one that was understood, if any. */
export function refusalCard(
  say: Phrases,
  failure: Failure,
  input: string | null,
  command: { readonly family: string; readonly verb: string } | null,
): Card {
  const body: Node[] = [paragraph(say.lineOf(named(refusalMessage(failure))), 'warning')];
  if (input !== null && failure.at) body.push(paragraph([text(pointAt(input, failure.at), 'code')]));
  const example = command ? exampleLine(say, command) : null;
  if (example && failure.at) body.push(paragraph([text(`${say.say('refusal.example')} `), text(example, 'code')]));
  return card('', body);
}

/** Messages choose by what is there: an empty parameter is called `none`, because no ICU case can be empty. */
function named({ key, params }: Said): Said {
  const filled = Object.entries(params).map(([name, value]) => [name, value === '' ? 'none' : value]);
  return { key, params: Object.fromEntries(filled) };
}

/** A line that works as it stands; null for commands that take nothing. */
function exampleLine(say: Phrases, { family, verb }: { family: string; verb: string }): string | null {
  const rest = say.say(declaredKey(`example.${family}.${verb}`));
  return rest === '' ? null : typed(say.locale, family, verb, rest);
}

/** Of a longer line only so much is shown before and after the word: carets help on one line only. */
const SHOWN_AROUND = 60;

/** The line with the word, and carets below the word. */
function pointAt(input: string, at: NonNullable<Failure['at']>): string {
  const lineStart = input.lastIndexOf('\n', Math.max(0, at.start - 1)) + 1;
  const lineEnd = input.indexOf('\n', at.start);
  const line = input.slice(lineStart, lineEnd === -1 ? input.length : lineEnd);
  const from = Math.min(at.start - lineStart, line.length);
  const to = Math.max(from, Math.min(at.end - lineStart, line.length, from + SHOWN_AROUND));
  const before = from > SHOWN_AROUND ? `…${line.slice(from - SHOWN_AROUND, from)}` : line.slice(0, from);
  const after = line.length > to + SHOWN_AROUND ? `${line.slice(to, to + SHOWN_AROUND)}…` : line.slice(to);
  const shown = `${before}${line.slice(from, to)}${after}`.toWellFormed();
  return `${shown}\n${' '.repeat(before.length)}${'^'.repeat(Math.max(1, to - from))}`;
}
