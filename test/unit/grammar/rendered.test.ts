/** Help, usage, completion, forms and examples: everything that is derived from the declarations. */
import { describe, expect, test } from '@jest/globals';
import { commandTable } from '../../../src/app/commandTable.ts';
import { commandInfos } from '../../../src/app/completion.ts';
import { commandNamed } from '../../../src/app/lookup.ts';
import { Refusal } from '../../../src/domain/failure.ts';
import { families } from '../../../src/features/families.ts';
import { familyHelp, overviewHelp } from '../../../src/features/mitwirk/help.ts';
import { codeOf } from '../../../src/grammar/declaration.ts';
import { findCommand } from '../../../src/grammar/find.ts';
import { readArgs } from '../../../src/grammar/read.ts';
import { argLabel, exampleOf, namedArgs, usageOf } from '../../../src/grammar/usage.ts';
import { plainLines } from '../../../src/message/plain.ts';
import { LANGUAGES } from '../../../src/text/catalogue.ts';
import { phrases } from '../../../src/text/phrases.ts';
import { allWordsFor, typed, wordFor } from '../../../src/text/words.ts';
import { reading } from '../../support/caller.ts';

const commands = families.flatMap((family) => family.commands);
const inEveryLanguage = LANGUAGES.flatMap(({ tag }) =>
  commands.map((command) => ({ tag, code: codeOf(command), command })),
);

describe.each(inEveryLanguage)('$code in $tag', ({ tag, command, code }) => {
  test('its example is its own command and is understood as it stands', async () => {
    const example = exampleOf(tag, command);
    const found = findCommand(example, families, { direct: false, locale: tag });

    expect(found && codeOf(found.command)).toBe(code);
    if (found) await expect(readArgs(command, found.cursor, reading({ locale: tag }))).resolves.toBeDefined();
  });

  test('its usage begins with words that find it, and names every argument', () => {
    const usage = usageOf(tag, command);
    const words = typed(tag, command.family, command.verb);

    expect(usage.startsWith(words)).toBe(true);
    expect(codeOf(findCommand(words, families, { direct: false, locale: tag })?.command ?? command)).toBe(code);
    for (const [name, spec] of namedArgs(command)) {
      const part = spec.usage(tag, argLabel(tag, name));
      expect(part).not.toBe('');
      expect(usage).toContain(part);
    }
  });

  test('its form asks for every argument, with a label and words for every choice', () => {
    const info = commandInfos(tag).find((candidate) => candidate.code === code);

    expect(info?.fields.map((field) => field.name)).toEqual(namedArgs(command).map(([name]) => name));
    for (const field of info?.fields ?? []) {
      expect(field.label).not.toBe('');
      expect(field.choices.every((choice) => choice.label !== '' && choice.label !== choice.value)).toBe(true);
      if (field.kind === 'choice') expect(field.choices.length).toBeGreaterThan(1);
    }
  });
});

describe('help', () => {
  test.each(LANGUAGES.map(({ tag }) => tag))('in %s names every family, and more on each of them', (tag) => {
    const say = phrases(tag);
    const overview = plainLines(overviewHelp(say, families)).join('\n');

    for (const family of families) {
      expect(overview).toContain(`/${wordFor(tag, family.name)} – `);
      const lines = plainLines(familyHelp(say, families, wordFor(tag, family.name)));
      for (const command of family.commands) expect(lines).toContain(usageOf(tag, command));
    }
  });

  test('understands every name of a family, with its slash or a verb behind it', () => {
    const say = phrases('de');
    const expected = familyHelp(say, families, 'task');

    for (const name of allWordsFor('task')) expect(familyHelp(say, families, name.toUpperCase())).toEqual(expected);
    expect(familyHelp(say, families, '/aufgabe')).toEqual(expected);
    expect(familyHelp(say, families, 'aufgabe neu')).toEqual(expected);
  });

  test('on something else is refused, with the nearest family', () => {
    expect(() => familyHelp(phrases('de'), families, 'aufgaben?')).toThrow(
      new Refusal({ code: 'command.family', params: {} }),
    );
  });
});

describe('forms', () => {
  test('are found by the code of their command', () => {
    for (const command of commands) expect(commandNamed(codeOf(command))).toBe(command);
  });

  test.each(['task.fly', '', 'task', '__proto__'])('of «%s», which is no command any more, are refused', (code) => {
    expect(() => commandNamed(code)).toThrow('command.unknown');
  });
});

test('the table of the README has a line for every command, and no cell breaks it', () => {
  const [head = '', rule, ...rows] = commandTable().split('\n');

  expect(rows).toHaveLength(commands.length);
  expect(rule).toBe('|---|---|---|---|');
  for (const row of [head, ...rows]) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(6);
});
