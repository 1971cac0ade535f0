/** Finds the date at the beginning of a sentence, as in "22.01. fertigstellen". */
import { failure } from '../../domain/failure.ts';
import { edgesAt } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import type { DateContext } from './outcome.ts';
import { type DateFailure, isDateFailure, LONGEST_PHRASE, ownReading, type ParsedDate } from './parse.ts';
import { splitWords } from './splitWords.ts';

/** `used`: how many of the words belong to the date. */
export type LeadingDate = ParsedDate & { readonly used: number };

/** What clearly goes on with a date or a time wherever it stands. */
const DATE_KINDS = [
  'weekday',
  'month',
  'dayWord',
  'year',
  'ordinal',
  'dotted',
  'date',
  'slashed',
  'clock',
  'part',
  'partOf',
  'whichBehind',
  'calendarWeek',
  'within',
  'fromNow',
  'noon',
  'endOfDay',
  'vague',
  'continues',
] as const satisfies readonly Meaning['kind'][];

/** What goes on with a date only together with the word behind it: "um 14", "nächste Woche", "eine Woche". */
const OPENING_KINDS = ['at', 'which', 'number', 'from', 'leads', 'links'] as const satisfies readonly Meaning['kind'][];
const FOLLOWING_KINDS = [
  ...DATE_KINDS,
  'number',
  'unit',
  'oclock',
  'halfDay',
] as const satisfies readonly Meaning['kind'][];

/**
 * The longest beginning of the words that is a date; null when there is none.
 *
 * Besides the failures of `parseDate`: `date.goesOn` when the words behind the date seem to go on with it, so
 * that the date is not the one meant ("am 5. nach Ostern", "Freitag Nachmittag").
 */
export function dateFromWords(words: readonly string[], context: DateContext): LeadingDate | DateFailure | null {
  for (let used = Math.min(words.length, LONGEST_PHRASE); used > 0; used -= 1) {
    const phrase = words.slice(0, used).join(' ');
    const found = ownReading(splitWords(phrase), phrase, context);
    if (!found) continue;
    if (isDateFailure(found)) return found;
    const rest = splitWords(words.slice(used).join(' '));
    if (!goesOn(rest, context)) return { ...found, used };
    return { failure: failure('date.goesOn', { text: phrase, rest: words.slice(used).join(' ') }) };
  }
  return null;
}

function goesOn(rest: readonly string[], { lexicons }: DateContext): boolean {
  if (rest.length === 0) return false;
  if (/^\d/.test(rest[0] ?? '')) return true;
  return edgesAt(rest, 0, lexicons).some(({ meaning, next }) => {
    if (isOneOf(DATE_KINDS, meaning)) return true;
    if (!isOneOf(OPENING_KINDS, meaning)) return false;
    return edgesAt(rest, next, lexicons).some((following) => isOneOf(FOLLOWING_KINDS, following.meaning));
  });
}

function isOneOf(kinds: readonly Meaning['kind'][], meaning: Meaning): boolean {
  return kinds.includes(meaning.kind);
}
