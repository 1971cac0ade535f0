/** What a word of a date can mean, whatever its language. */
import type { Weekday } from '../../domain/time/calendar.ts';
import type { DateWords, Part, Unit, Which } from './words.ts';

export type Meaning =
  /** `short`: only right before a date. */
  | { readonly kind: 'weekday'; readonly day: Weekday; readonly short: boolean }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'dayWord'; readonly offset: number }
  | { readonly kind: 'number'; readonly value: number; readonly digits: boolean }
  | { readonly kind: 'year'; readonly year: number }
  /** `5.` */
  | { readonly kind: 'ordinal'; readonly value: number }
  /** `5.10.` or `14.30`; `closed`: with the final dot, so certainly a date. */
  | { readonly kind: 'dotted'; readonly first: number; readonly second: number; readonly closed: boolean }
  | { readonly kind: 'date'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'slashed'; readonly first: number; readonly second: number; readonly year: number | null }
  | { readonly kind: 'clock'; readonly hour: number; readonly minute: number }
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'which'; readonly which: Which }
  | { readonly kind: 'whichBehind'; readonly which: Which }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'partOf'; readonly part: Part; readonly unit: 'week' | 'month' | 'year' }
  | { readonly kind: 'halfDay'; readonly pm: boolean }
  | { readonly kind: PlainKind };

/** Kinds that carry nothing else; each is the key of {@link DateWords} with its words. */
export const PLAIN_KINDS = [
  'ordinalMarks',
  'calendarWeek',
  'within',
  'fromNow',
  'from',
  'at',
  'oclock',
  'noon',
  'endOfDay',
  'leads',
  'links',
  'vague',
  'continues',
] as const satisfies readonly (keyof DateWords)[];
export type PlainKind = (typeof PLAIN_KINDS)[number];

export type MeaningOf<K extends Meaning['kind']> = Extract<Meaning, { readonly kind: K }>;
