/** The words one language has for dates, times and spans: all that the date grammar needs to know of a language. */

/** Synonyms separated by `|`, in small letters, the usual form first; several words are allowed. A final dot is optional in what people type. */
export type Synonyms = string;

type Seven = readonly [Synonyms, Synonyms, Synonyms, Synonyms, Synonyms, Synonyms, Synonyms];
type Twelve = readonly [...Seven, Synonyms, Synonyms, Synonyms, Synonyms, Synonyms];

export type Unit = 'hour' | 'day' | 'businessDay' | 'week' | 'month' | 'year';
export type Which = 'this' | 'coming' | 'next' | 'afterNext';
export type Part = 'start' | 'middle' | 'end';

export interface DateWords {
  /** Monday first. A form written here with a dot (`so.`) counts without the dot only right before a date: the bare word means other things. */
  readonly weekdays: Seven;
  /** January first. */
  readonly months: Twelve;
  /** Today, tomorrow, the day after tomorrow. */
  readonly days: readonly [Synonyms, Synonyms, Synonyms];
  /** One to twelve, in every inflection. */
  readonly numbers: Twelve;
  /** What follows digits to make them an ordinal (`th`); the dot is known. */
  readonly ordinalMarks: Synonyms;
  readonly units: Readonly<Record<Unit, Synonyms>>;
  /** In front of a weekday, week or month. */
  readonly which: Readonly<Record<Which, Synonyms>>;
  /** Behind a weekday, week or month. */
  readonly whichBehind: Readonly<Record<Which, Synonyms>>;
  readonly parts: Readonly<Record<Part, Synonyms>>;
  /** Single words for a part of the current period. */
  readonly partsOf: Readonly<Record<'week' | 'month' | 'year', Readonly<Record<Part, Synonyms>>>>;
  /** In front of the number of a calendar week. */
  readonly calendarWeek: Synonyms;
  /** In front of a span: `in` three days. */
  readonly within: Synonyms;
  /** Behind a span: three days `from now`. */
  readonly fromNow: Synonyms;
  /** Between a span and a day: a week `from` tomorrow. */
  readonly from: Synonyms;
  /** In front of a time of day. */
  readonly at: Synonyms;
  /** Behind the hour. */
  readonly oclock: Synonyms;
  readonly halfDays: Readonly<Record<'am' | 'pm', Synonyms>>;
  readonly noon: Synonyms;
  readonly endOfDay: Synonyms;
  /** Words in front of a deadline that say nothing of the date. */
  readonly leads: Synonyms;
  /** Articles and `of` between the words of a date. */
  readonly links: Synonyms;
  /** Times of day that name no hour: a date with one of them is not understood rather than cut. */
  readonly vague: Synonyms;
  /** Between two days, and in front of the last one: from Monday `to` Friday. */
  readonly rangeTo: Synonyms;
  /** Words which, right behind a date, would change it. */
  readonly continues: Synonyms;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** The words from the file `dateWords` of a language. What is not there has no word. */
export function dateWordsFrom(entries: Readonly<Record<string, string>>): DateWords {
  const own = (key: string): Synonyms => entries[key] ?? '';
  const each = <K extends string>(prefix: string, keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, own(`${prefix}.${key}`)])) as Record<K, Synonyms>;
  const parts = (prefix: string) => each(prefix, ['start', 'middle', 'end']);
  const which = (prefix: string) => each(prefix, ['this', 'coming', 'next', 'afterNext']);
  return {
    weekdays: WEEKDAYS.map((day) => own(`weekday.${day}`)) as unknown as Seven,
    months: MONTHS.map((month) => own(`month.${month}`)) as unknown as Twelve,
    days: [own('day.today'), own('day.tomorrow'), own('day.afterTomorrow')],
    numbers: MONTHS.map((_, at) => own(`number.${at + 1}`)) as unknown as Twelve,
    ordinalMarks: own('ordinalMarks'),
    units: each('unit', ['hour', 'day', 'businessDay', 'week', 'month', 'year']),
    which: which('which'),
    whichBehind: which('whichBehind'),
    parts: parts('part'),
    partsOf: { week: parts('partOf.week'), month: parts('partOf.month'), year: parts('partOf.year') },
    calendarWeek: own('calendarWeek'),
    within: own('within'),
    fromNow: own('fromNow'),
    from: own('from'),
    at: own('at'),
    oclock: own('oclock'),
    halfDays: each('halfDay', ['am', 'pm']),
    noon: own('noon'),
    endOfDay: own('endOfDay'),
    leads: own('leads'),
    links: own('links'),
    vague: own('vague'),
    rangeTo: own('rangeTo'),
    continues: own('continues'),
  };
}
