/** The catalogues of all languages: complete, alike in keys and arguments, and without a message nobody says. */

import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { families } from '../../../src/features/families.ts';
import { codeOf } from '../../../src/grammar/declaration.ts';
import {
  declaredKey,
  isLocale,
  LANGUAGES,
  languageOf,
  localeNamed,
  messageFormat,
  translate,
} from '../../../src/text/catalogue.ts';
import { LANGUAGE_FILES } from '../../../src/text/languages/all.generated.ts';
import { partsOf } from '../../../src/text/messageParts.ts';
import type { MessageKey } from '../../../src/text/messages.ts';
import { stringsIn } from '../../../src/text/readLanguage.ts';
import { waysToSay } from '../../../src/text/words.ts';
import { DECLARED, isSaidInCode, pageKeysSaid } from './keys.ts';

const [first, ...others] = LANGUAGES;

/** What this project reads of an ARB entry. */
const schema = z.object({
  description: z.string().optional(),
  placeholders: z
    .record(z.string(), z.object({ example: z.string().optional(), 'x-optional': z.boolean().optional() }))
    .optional(),
  'x-maxLength': z.number().optional(),
});

function namesIn(args: ReadonlySet<string>): readonly string[] {
  return [...new Set([...args].map((arg) => arg.split(':')[0]))].map(String).sort();
}

const messages = LANGUAGES.flatMap(({ tag, messages: all }) =>
  Object.entries(all).map(([key, source]) => ({ tag, key, source })),
);

describe('the languages are alike', () => {
  // Others may be on their way: what they lack is said in the first one.
  test.each(['en'])('%s, which is written here, lacks nothing, and keeps the order', (tag) => {
    const [template, ...translations] = LANGUAGE_FILES;
    const files = translations.find((translation) => translation.tag === tag)?.files ?? {};
    const keysIn = (all: typeof files) =>
      Object.entries(all).map(([file, entries]) => [file, Object.keys(stringsIn(entries))]);

    expect(keysIn(files)).toEqual(keysIn(template.files));
  });

  test('a message takes the same arguments in every language', () => {
    const argsOf = (tag: string, key: string) => namesIn(partsOf(tag, languageOf(tag).messages[key] ?? '').args);
    const different = Object.keys(first.messages).filter((key) =>
      others.some(({ tag }) => String(argsOf(tag, key)) !== String(argsOf(first.tag, key))),
    );

    // A day is written with the number of the month in one language and with its name and the bare number of the day in the other.
    expect(different).toEqual(['date.day']);
  });

  test('where a message chooses between cases, every language knows the same ones', () => {
    const casesOf = (tag: string, key: string) => {
      const args = [...partsOf(tag, languageOf(tag).messages[key] ?? '').args];
      return args.filter((arg) => arg.includes(':select')).sort();
    };
    const different = Object.keys(first.messages).filter((key) =>
      others.some(({ tag }) => String(casesOf(tag, key)) !== String(casesOf(first.tag, key))),
    );

    expect(different).toEqual(['date.day']);
  });

  test('an argument that is counted in one language is a number for the code', () => {
    const counted = others.flatMap(({ tag, messages: all }) =>
      Object.entries(all).flatMap(([key, source]) =>
        [...partsOf(tag, source).args].filter((arg) => /:(plural|number)$/.test(arg)).map((arg) => ({ key, arg })),
      ),
    );
    const kinds = (key: string) => [...partsOf(first.tag, first.messages[key] ?? '').args];

    expect(counted.filter(({ key, arg }) => !kinds(key).includes(arg))).toEqual([]);
  });
});

describe('every message', () => {
  test('compiles', () => {
    for (const { tag, key } of messages) expect(() => messageFormat(tag, key as MessageKey)).not.toThrow();
  });

  test('is plain text: no tags, no Markdown, no entities', () => {
    const markup = messages.filter(({ tag, source }) =>
      partsOf(tag, source).words.some((words) => /<\/?[a-z]+>|\*\*|__|`|\]\(|&[a-z]+;/i.test(words)),
    );

    expect(markup.map(({ tag, key }) => `${tag} ${key}`)).toEqual([]);
  });

  test('has neither double spaces nor spaces at its ends', () => {
    const untidy = messages.filter(({ source }) => / {2}|^\s|\s$/.test(source));

    expect(untidy.map(({ tag, key }) => `${tag} ${key}`)).toEqual([]);
  });

  test('quotes with the marks of its language; straight ones stand in commands alone', () => {
    const wrong = messages.filter(({ tag, key, source }) => {
      const words = partsOf(tag, source).words.join(' ');
      const prose = key.startsWith('example.') || words.includes('/') || key.endsWith('Example') ? '' : words;
      const marks = tag === 'de' ? /["'”«»‘]/ : /["„«»‚]/;
      return marks.test(prose);
    });

    expect(wrong.map(({ tag, key }) => `${tag} ${key}`)).toEqual([]);
  });

  test('writes the apostrophe as one: the straight one would quote in ICU', () => {
    const straight = messages.filter(({ source }) => source.includes("'"));

    expect(straight.map(({ tag, key }) => `${tag} ${key}`)).toEqual([]);
  });
});

describe('the notes for translators', () => {
  const [template] = LANGUAGE_FILES;
  const notes = Object.values(template.files).flatMap((entries) =>
    Object.entries(entries).flatMap(([key, note]) =>
      /^@[^@]/.test(key) ? [{ key: key.slice(1), ...schema.parse(note) }] : [],
    ),
  );

  test('belong to a message that is there, and say what each argument looks like', () => {
    const there = new Set(Object.values(template.files).flatMap((entries) => Object.keys(stringsIn(entries))));
    const args = notes.filter(({ placeholders }) => placeholders !== undefined);
    const differing = args.filter(({ key, placeholders = {} }) => {
      const used = namesIn(partsOf(template.tag, first.messages[key] ?? '').args);
      const needed = Object.keys(placeholders).filter(
        (name) => !placeholders[name]?.['x-optional'] || used.includes(name),
      );
      return String(needed.sort()) !== String(used);
    });

    expect(notes.filter(({ key }) => !there.has(key))).toEqual([]);
    expect(differing.map(({ key }) => key)).toEqual([]);
    expect(args.length).toBeGreaterThan(300);
  });

  test('give lengths that every language keeps', () => {
    const limited = notes.flatMap(({ key, 'x-maxLength': most }) => (most === undefined ? [] : [{ key, most }]));
    const long = limited.flatMap(({ key, most }) =>
      LANGUAGES.filter((language) => (language.messages[key]?.length ?? 0) > most).map(({ tag }) => `${tag} ${key}`),
    );

    expect(long).toEqual([]);
    expect(limited.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(first.messages).filter(isButton)));
  });

  function isButton(key: string): boolean {
    return key.startsWith('action.');
  }
});

describe('the code and the catalogue agree', () => {
  test('every declaration has its messages', () => {
    expect([...DECLARED].filter((key) => first.messages[key] === undefined)).toEqual([]);
  });

  test('no message is there that nothing says', () => {
    const said = isSaidInCode();
    const page = pageKeysSaid();

    expect(Object.keys(first.messages).filter((key) => !said(key) && !page.maybe(key))).toEqual([]);
    for (const planted of ['task.nobody', 'task.nobody.says.this', 'failure.task.nobody', 'vote.nowhere'])
      expect(said(planted)).toBe(false);
  });

  test('every key the page says is there', () => {
    expect([...pageKeysSaid().exactly].filter((key) => first.messages[key] === undefined)).toEqual([]);
  });
});

describe('command words', () => {
  test('every family and every verb has words in every language', () => {
    const codes = families.flatMap((family) => [family.name, ...family.commands.map(codeOf)]);
    const missing = LANGUAGES.flatMap(({ tag }) => codes.filter((code) => !languageOf(tag).words[code]));

    expect(missing).toEqual([]);
  });

  test('every choice of an argument has words', () => {
    const choices = families.flatMap((family) =>
      family.commands.flatMap((command) => Object.values(command.args).flatMap((spec) => spec.choices)),
    );

    for (const code of choices) expect(waysToSay(code).length).toBeGreaterThan(0);
  });

  test('no word stands twice in one list', () => {
    const twice = LANGUAGES.flatMap(({ tag, words }) =>
      Object.entries(words)
        .filter(([, list]) => {
          const all = list.split('|');
          return new Set(all).size !== all.length || all.some((word) => word.trim() === '' || word !== word.trim());
        })
        .map(([code]) => `${tag} ${code}`),
    );

    expect(twice).toEqual([]);
  });
});

describe('a language', () => {
  test.each([
    ['de', 'de'],
    ['EN', 'en'],
    ['Deutsch', 'de'],
    ['german', 'de'],
    [' Englisch ', 'en'],
    ['english', 'en'],
  ])('is meant by «%s»', (word, tag) => {
    expect(localeNamed(word)).toBe(tag);
  });

  test.each(['', 'fr', 'Klingon', 'd', 'deu-tsch'])('is not meant by «%s»', (word) => {
    expect(localeNamed(word)).toBeNull();
  });

  test('that a stored row names but nobody speaks any more gives the default one', () => {
    expect(languageOf('xx').tag).toBe(first.tag);
    expect(isLocale('xx')).toBe(false);
  });

  test('says what is filled in exactly as it came, whatever it looks like', () => {
    const name = "{name} '{' <b> # ''";

    expect(translate('de', 'process.readyTitle', { name })).toBe(`${name} ist eingerichtet`);
  });

  test('has no message for a key nobody wrote', () => {
    expect(() => declaredKey('no.such.key')).toThrow('No message no.such.key');
  });
});
