/** Messages and refusals are chosen with their arguments, and said later. What the compiler refuses stands in refusedByCompiler.ts. */
import { expect, test } from '@jest/globals';
import { failure } from '../../../src/domain/failure.ts';
import { spoken } from '../../../src/text/catalogue.ts';
import { message, refusalMessage } from '../../../src/text/messages.ts';
import { phrases, text } from '../../../src/text/phrases.ts';

const say = phrases('de');

test('a message is said with its own arguments, all of them and no others', () => {
  expect(say.say('task.title', { id: 'A-1' })).toBe('Aufgabe A-1');
  expect(spoken('en', message('task.title', { id: 'A-1' }))).toBe('Task A-1');
  expect(say.line('task.state.doneBy', { who: text('Ayşe') })).toContainEqual(text('Ayşe'));
  expect(spoken('en', refusalMessage(failure('group.nameTaken', { name: 'Wohnen' })))).toContain('Wohnen');
});
