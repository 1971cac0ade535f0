/** How values that `pg` would otherwise read or write in its own way travel to and from the database. */
import { type ColumnType, type GeneratedAlways, type RawBuilder, sql } from 'kysely';
import type { LocalDate, LocalTime } from '../../src/domain/time/calendar.ts';

/** The identity of a row, given out by the database. */
export type Identity<Id> = GeneratedAlways<Id>;

/** A `date`. Read as it is, `pg` makes it midnight in the zone of the machine; select it with {@link dayText}. */
export type Day<Null = never> = ColumnType<Date | Null, LocalDate | Null, LocalDate | Null>;

/** A `time` to the minute; select it with {@link timeText}. */
export type TimeOfDay<Null = never> = ColumnType<string | Null, LocalTime | Null, LocalTime | Null>;

/** A `jsonb` value, written with {@link jsonText}. */
export type Json<Value extends object | null> = ColumnType<
  Value,
  string | Extract<Value, null>,
  string | Extract<Value, null>
>;

export function dayText<Null = never>(column: string): RawBuilder<LocalDate | Null> {
  return sql`${sql.ref(column)}::text`;
}

export function timeText<Null = never>(column: string): RawBuilder<LocalTime | Null> {
  return sql`to_char(${sql.ref(column)}, 'HH24:MI')`;
}

/** Half an emoji and the character zero are legal in JavaScript and refused by PostgreSQL; they become U+FFFD. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value;
}

/** The JSON of a value as PostgreSQL takes it. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  // Only an escape can stand for a character that is refused; there is none in nearly every text.
  return text.includes('\\u') ? JSON.stringify(value, storable) : text;
}
