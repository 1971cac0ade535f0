/** Arguments that name people: `@name`, also after a keyword. */
import { failure, refuse } from '../../domain/failure.ts';
import type { Person } from '../../domain/person/person.ts';
import { wordFor } from '../../text/words.ts';
import { pointing } from '../cursor.ts';
import { type ArgSpec, bracket } from './spec.ts';

/** Every mention that no clause took. */
export function people(options: { readonly optional?: true } = {}): ArgSpec<readonly Person[]> {
  const required = !options.optional;
  return {
    phase: 'people',
    required,
    field: 'person',
    choices: [],
    absent: [],
    usage: (_locale, label) => bracket(required, `@${label} …`),
    async read(cursor, context) {
      const found = new Map<number, Person>();
      for (const index of cursor.free()) {
        const { mention } = cursor.token(index);
        if (mention === null) continue;
        const [token] = cursor.take(index);
        const person = await pointing(() => context.person(mention), token);
        found.set(person.id, person);
      }
      if (required && found.size === 0) cursor.refuse(failure('person.missing'));
      return [...found.values()];
    },
    readField: async (value, context) => {
      const names = value.split(/[\s,]+/).filter((name) => name !== '');
      const found = new Map<number, Person>();
      for (const name of names) {
        const person = await context.person(name.replace(/^@/, ''));
        found.set(person.id, person);
      }
      return required && found.size === 0 ? refuse('person.missing') : [...found.values()];
    },
  };
}

/** One person after a keyword: `Vertretung @name`. The first keyword is the one that help shows; the longest one said counts. */
export function personAfter(keyword: string, ...others: readonly string[]): ArgSpec<Person | null> {
  return {
    phase: 'clause',
    required: false,
    field: 'person',
    choices: [],
    absent: null,
    usage: (locale, label) => `[${wordFor(locale, keyword)} @${label}]`,
    async read(cursor, context) {
      const all = [keyword, ...others].flatMap((word) => cursor.occurrences(word));
      const found = all.sort((a, b) => b.length - a.length)[0];
      if (!found) return null;
      const index = found.index + found.length;
      const name = cursor.isFree(index) ? cursor.tokens[index] : undefined;
      const mention = name?.mention ?? cursor.refuse(failure('person.missing'), name ?? cursor.token(index - 1));
      cursor.take(found.index, found.length);
      const [token] = cursor.take(index);
      return pointing(() => context.person(mention), token);
    },
    readField: async (value, context) => context.person(value.replace(/^@/, '')),
  };
}
