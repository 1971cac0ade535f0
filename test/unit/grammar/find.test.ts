/** From what was typed to the command that was meant. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../../src/domain/failure.ts';
import { families } from '../../../src/features/families.ts';
import { codeOf } from '../../../src/grammar/declaration.ts';
import { findCommand, type Place } from '../../../src/grammar/find.ts';
import { LANGUAGES } from '../../../src/text/catalogue.ts';
import { allWordsFor, fold } from '../../../src/text/words.ts';

const ROOM: Place = { direct: false, locale: 'de' };
const DIRECT: Place = { direct: true, locale: 'de' };

function found(text: string, place = ROOM): string | null {
  const command = findCommand(text, families, place)?.command;
  return command ? codeOf(command) : null;
}

/** Code and parameters of the refusal. */
function refused(text: string, place = ROOM): unknown {
  try {
    return found(text, place);
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
}

const commands = families.flatMap((family) => family.commands.map((command) => ({ family, command })));
const spoken = commands.flatMap(({ family, command }) =>
  allWordsFor(family.name).flatMap((name) =>
    allWordsFor(codeOf(command)).map((verb) => ({ said: `${name} ${verb}`, code: codeOf(command) })),
  ),
);

describe('every word for every command, in every language', () => {
  test.each(spoken)('/$said is $code', ({ said, code }) => {
    for (const prefix of ['/', '!', '/mitwirk ', '!Mitwirk ']) {
      expect(found(`${prefix}${said}`)).toBe(code);
      expect(found(`${prefix}${said.toUpperCase()}`)).toBe(code);
      expect(found(`${prefix}${fold(said)}`)).toBe(code);
    }
    expect(found(said, DIRECT)).toBe(code);
  });

  test('has one meaning within its family', () => {
    const ambiguous = families.flatMap((family) => {
      const owners = family.commands.flatMap((command) =>
        [...new Set(allWordsFor(codeOf(command)).map(fold))].map((word) => word),
      );
      return owners.filter((word, index) => owners.indexOf(word) !== index).map((word) => `${family.name} ${word}`);
    });

    expect(ambiguous).toEqual([]);
  });

  test('and every family in every language has a name of its own', () => {
    const names = families.flatMap((family) => [...new Set(allWordsFor(family.name).map(fold))]);

    expect(new Set(names).size).toBe(names.length);
  });

  test('a family alone does what it does most', () => {
    for (const family of families) {
      for (const { words } of LANGUAGES) {
        const name = (words as Readonly<Record<string, string>>)[family.name]?.split('|')[0] ?? '';
        expect(found(`/${name}`)).toBe(`${family.name}.${family.bare}`);
      }
    }
  });
});

describe('umlauts and combined letters', () => {
  test.each([
    ['/beschluss öffnen E-1', 'vote.open'],
    ['/beschluss oeffnen E-1', 'vote.open'],
    ['/beschluss o\u0308ffnen E-1', 'vote.open'],
    ['/aufgabe wieder öffnen A-1', 'task.reopen'],
    ['/aufgabe wiederöffnen A-1', 'task.reopen'],
    ['/aufgabe RÜCKGÄNGIG', 'task.undo'],
    ['/beiträge', 'input.list'],
    ['/beitrag schliessen R-1', 'input.close'],
  ])('%s is %s', (text, code) => {
    expect(found(text)).toBe(code);
  });
});

describe('a lone id', () => {
  const shown = { A: 'task.show', E: 'result.show', B: 'vote.show', R: 'input.show' };
  test.each(Object.entries(shown))('with the letter %s is %s, in every form', (letter, code) => {
    for (const id of [
      `${letter}-12`,
      `${letter.toLowerCase()}-12`,
      `${letter}12`,
      `${letter}‑12`,
      `${letter}–12`,
      `${letter}-12.`,
    ]) {
      expect(found(`/${id}`)).toBe(code);
      expect(found(`/mitwirk ${id}`)).toBe(code);
      expect(found(`!mitwirk aufgabe ${id}`)).toBe(code);
      expect(found(`/task ${id}`)).toBe(code);
      expect(found(id, DIRECT)).toBe(code);
    }
  });

  test('of a contribution shows its round', () => {
    expect(found('/R-2.7')).toBe('input.show');
    expect(found('r2.7', DIRECT)).toBe('input.show');
  });

  test('without a prefix is a word like any other in a room', () => {
    expect(found('A-12')).toBeNull();
    expect(found('Wie steht es um A-12?')).toBeNull();
  });
});

describe('what is not meant for the bot', () => {
  test.each([
    'Aufgabe erledigt!',
    'Ich komme morgen.',
    'task add',
    'mitwirk hilfe',
    '"/aufgabe liste" schreibt man so',
    '!!! Wichtig',
    '! Achtung',
    '/',
    '/ aufgabe',
    '1/2 Stunde',
    '',
    '   ',
    ':)',
    '<b>/task</b>',
  ])('in a room: «%s»', (text) => {
    expect(refused(text)).toBeNull();
  });

  test.each(['Ich kann am Montag leider nicht.', 'Danke!', '„Hilfe“', 'Gruppe war heute super', '!!!'])(
    'in a direct chat is answered kindly: «%s»',
    (text) => {
      expect(refused(text, DIRECT)).toEqual({ code: 'command.sentence' });
    },
  );
});

describe('a slip of the finger', () => {
  test.each([
    ['/aufgbe liste', 'aufgabe', 'aufgbe'],
    ['/prozes', 'prozess', 'prozes'],
    ['/beschlus ja', 'beschluss', 'beschlus'],
    ['!tsak', 'task', 'tsak'],
  ])('in the family, %s, offers «%s» and points at the word', (text, nearest, word) => {
    expect(refused(text)).toMatchObject({
      code: 'command.family',
      params: { word, nearest },
      at: { start: 1, end: 1 + word.length },
    });
  });

  test.each([
    ['/aufgabe erledgit A-3', 'erledigt'],
    ['/aufgabe rückgänig', 'rückgängig'],
    ['/beschluss enthalltung', 'enthaltung'],
    ['aufgabe erledgit A-3', 'erledigt'],
  ])('in the verb, %s, offers «%s» as it is written', (text, nearest) => {
    expect(refused(text, DIRECT)).toMatchObject({ code: 'command.verb', params: { nearest } });
  });

  test('too far from every word offers none', () => {
    expect(refused('/aufgabe xyzzyx')).toMatchObject({ params: { nearest: '' } });
    expect(refused('/quatsch')).toMatchObject({ params: { nearest: '' } });
  });

  test('names the family in the language of the person', () => {
    expect(refused('/aufgabe xyzzyx', { direct: false, locale: 'en' })).toMatchObject({ params: { family: 'task' } });
  });
});

describe('help', () => {
  test.each(['/hilfe', '!help', '/mitwirk', '/mitwirk hilfe aufgabe', '/aufgabe hilfe', '/beitrag help', '/help task'])(
    '%s is help',
    (text) => {
      expect(found(text)).toBe('mitwirk.help');
    },
  );

  test('in a direct chat needs no prefix', () => {
    expect(found('Hilfe', DIRECT)).toBe('mitwirk.help');
    expect(found('help task', DIRECT)).toBe('mitwirk.help');
  });

  test('with more behind it is text where text is expected', () => {
    expect(found('/beitrag Hilfe bei Anträgen fehlt')).toBe('input.give');
  });
});

describe('a verb that is not there yet', () => {
  test.each(['/beitrag thema R-2.7 Wohnen', '/input support r2.7', '/beitrag ausgeben', '/mitwirk input answer R-1'])(
    '%s is refused and not taken for a contribution',
    (text) => {
      expect(refused(text)).toMatchObject({ code: 'command.verb' });
    },
  );

  test.each([
    '/beitrag Thema Wohnen fehlt',
    '/input support for parents',
    '/beitrag "ausgeben"',
    '/beitrag geben ausgeben',
  ])('%s is a contribution', (text) => {
    expect(found(text)).toBe('input.give');
  });
});

test('whatever is typed, it is a command, a refusal that points into the text, or nothing', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('/task', '!mitwirk', 'aufgabe', 'A-1', '„', '“', '@anna', 'bis', 'neu', 'hilfe', '\n'),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.boolean(), (words, direct) => {
      const text = words.join(' ');
      const result = refused(text, { direct, locale: 'en' });
      if (typeof result === 'string' || result === null) return;
      const { at } = result as { at?: { start: number; end: number } };
      if (at) expect(0 <= at.start && at.start < at.end && at.end <= text.length).toBe(true);
    }),
  );
});

describe('an object named before the verb', () => {
  test.each([
    ['/aufgabe A-3 erledigt', 'task.done'],
    ['/task A-3 assign @ben', 'task.assign'],
    ['/beschluss B-1 ja', 'vote.yes'],
    ['/ergebnis E-2 einreichen', 'result.submit'],
  ])('%s is %s', (said, code) => {
    expect(found(said)).toBe(code);
  });

  test('is part of a contribution, whose words are its own', () => {
    expect(found('/beitrag R-2 schließen wir uns an')).toBe('input.give');
  });
});
