/** Asks the chrono library about phrases the own grammar does not know, and believes it only when nothing is left out or made up. */
import type { ParsedResult } from 'chrono-node';
import { casual as german } from 'chrono-node/de';
import { GB as english } from 'chrono-node/en';
import { dayOf, isLocalTime, type LocalDate, type LocalTime } from '../../domain/time/calendar.ts';
import { edgesAt } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import type { DateContext } from './outcome.ts';

interface ChronoReading {
  readonly date: LocalDate;
  readonly time: LocalTime | null;
}

/** The reading that covers all words behind "by" and its like, and whose day is said, not filled in. */
export function chronoReading(words: readonly string[], { today, lexicons }: DateContext): ChronoReading | null {
  function means(at: number, kind: Meaning['kind']): boolean {
    return edgesAt(words, at, lexicons).some(({ meaning }) => meaning.kind === kind);
  }
  if (words.some((_, at) => means(at, 'vague'))) return null;
  // Chrono takes no lead into its match, so it has to go first.
  const start = words.findIndex((_, at) => !means(at, 'leads'));
  const text = words.slice(Math.max(start, 0)).join(' ');

  for (const language of [german, english]) {
    // Looking only ahead turns "last Friday" into the coming one: what depends on it is not clear.
    const [ahead, either] = [true, false].map((forwardDate) => language.parse(text, noonOf(today), { forwardDate }));
    const reading = wholeReading(ahead, text);
    const check = wholeReading(either, text);
    if (reading && reading.date === check?.date && reading.time === check.time) return reading;
  }
  return null;
}

function wholeReading(results: readonly ParsedResult[] | undefined, text: string): ChronoReading | null {
  const [result, ...more] = results ?? [];
  return result?.index === 0 && result.text === text && more.length === 0 ? readingOf(result) : null;
}

/** Chrono knows no time zones: it gets the wall clock of the host's zone, and only the numbers are read back. Noon is there on every day. */
function noonOf(today: LocalDate): Date {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

function readingOf({ start, end }: ParsedResult): ChronoReading | null {
  const daySaid = start.isCertain('day') || start.isCertain('weekday');
  if (end || !daySaid || start.isCertain('timezoneOffset')) return null;
  const date = dayOf(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
  if (!date) return null;
  if (!start.isCertain('hour')) return { date, time: null };
  // "At 2" is night or afternoon.
  if (!start.isCertain('meridiem')) return null;
  const time = [start.get('hour'), start.get('minute')].map((part) => String(part ?? 0).padStart(2, '0')).join(':');
  return isLocalTime(time) ? { date, time } : null;
}
