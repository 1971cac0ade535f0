/** Commands given on another message: its words are the text. */
import { expect, test } from '@jest/globals';
import { families } from '../../../src/features/families.ts';
import { reason } from '../../../src/grammar/args/reason.ts';
import { text } from '../../../src/grammar/args/text.ts';
import { Cursor } from '../../../src/grammar/cursor.ts';
import { codeOf } from '../../../src/grammar/declaration.ts';
import { findCommand } from '../../../src/grammar/find.ts';
import { tokenize } from '../../../src/grammar/tokens.ts';

function found(said: string, onMessage: boolean): string | null {
  const hit = findCommand(said, families, { direct: false, onMessage, locale: 'de' });
  return hit ? codeOf(hit.command) : null;
}

function read(said: string, quoted: string, argument = text()): Promise<unknown> {
  return argument.read(new Cursor(said, tokenize(said)), {
    caller: undefined as never,
    person: undefined as never,
    quoted,
  });
}

test.each([
  ['!aufgabe', 'task.add'],
  ['!aufgabe @mitglied bis 22.01.', 'task.add'],
  ['!aufgabe neu @mitglied', 'task.add'],
  ['!aufgabe liste', 'task.list'],
  ['!beitrag', 'input.give'],
  ['!beitrag liste', 'input.list'],
  ['!ergebnis', 'result.list'],
])('%s in reply to a message is %s', (said, code) => {
  expect(found(said, true)).toBe(code);
});

test('the same words by themselves mean what they always mean', () => {
  expect(found('!aufgabe', false)).toBe('task.list');
  expect(() => found('!aufgabe @mitglied', false)).toThrow();
});

test('the message is the text where none was typed, and never instead of what was typed', async () => {
  expect(await read('', 'Bürger*innen fragen, bis 3.2. @x')).toBe('Bürger*innen fragen, bis 3.2. @x');
  expect(await read('eigene Worte', 'andere')).toBe('eigene Worte');
});

test('the message is nobody’s reason: who votes in reply to it has not given one', async () => {
  expect(await read('', 'Ich finde das viel zu teuer', reason())).toBe('');
  expect(await read('weil es fehlt', 'Ich finde das viel zu teuer', reason())).toBe('es fehlt');
});
