/** What an argument of a command is: data from which parsing, help, forms and completion are derived. */

import type { Caller } from '../../acting/caller.ts';
import type { Person } from '../../domain/person/person.ts';
import type { FieldKind } from '../../ports/bot.ts';
import type { Cursor } from '../cursor.ts';

/** What an argument may ask while it is read. */
export interface ReadContext {
  readonly caller: Caller;
  /** @throws Refusal `person.unknown`, `person.ambiguous` */
  person(name: string): Promise<Person>;
  /** The words of the message the command was given on, where it was given on one. */
  readonly quoted?: string;
}

export interface ArgSpec<T> {
  /**
   * Which words an argument gets is decided in this order: clauses with a keyword, people, single words by position,
   * and last whatever is left as text.
   */
  readonly phase: 'clause' | 'people' | 'word' | 'text';
  readonly required: boolean;
  /** Null: no form asks for it. */
  readonly field: FieldKind | null;
  /** Code words of the choices of a field. */
  readonly choices: readonly string[];
  /** How it stands in a usage line, `[bis <Datum>]`. */
  usage(locale: string, label: string): string;
  /** Takes its words. @throws Refusal pointing at a word */
  read(cursor: Cursor, context: ReadContext): Promise<T>;
  /** Reads a field of a form; never called with an empty value. @throws Refusal */
  readField(value: string, context: ReadContext): Promise<T>;
  /** What stands for an argument that was left out. */
  readonly absent: T;
}

export type ArgSpecs = Readonly<Record<string, ArgSpec<unknown>>>;

export type ArgValues<Specs extends ArgSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends ArgSpec<infer T> ? T : never;
};

/** Marks what may be left out. */
export function bracket(required: boolean, usage: string): string {
  return required ? usage : `[${usage}]`;
}
