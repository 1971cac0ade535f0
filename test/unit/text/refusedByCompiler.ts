/** Keys and arguments are the compiler's business: where it should complain it is told to expect that, and complains if there is nothing to complain of. */
import { failure, refuse } from '../../../src/domain/failure.ts';
import { phrases, text } from '../../../src/text/phrases.ts';

const say = phrases('de');

/** Never called: only compiled. */
export function refusedByCompiler(state: 'done' | 'dropped', any: string): void {
  say.say(`task.state.${state}By`, { who: 'Ayşe' });
  // @ts-expect-error no such message
  say.say('task.nope');
  // @ts-expect-error an argument is missing
  say.say('task.title');
  // @ts-expect-error another one is missing
  say.say('task.title', { name: 'A-1' });
  // @ts-expect-error one too many
  say.say('task.title', { id: 'A-1', name: 'x' });
  // @ts-expect-error nothing is filled in
  say.say('task.state.open', { id: 'A-1' });
  // @ts-expect-error what is counted is a number
  say.say('task.comments', { total: '3', hidden: 0, shown: 3 });
  // @ts-expect-error a plain string has no leaves
  say.say('task.title', { id: text('A-1') });
  // @ts-expect-error not every string completes a key
  say.say(`task.state.${any}`);
  // @ts-expect-error one of several messages takes an argument
  say.say(`task.state.${state}By`);
  // @ts-expect-error no such refusal
  failure('task.nope');
  // @ts-expect-error its parameter is missing
  failure('group.nameTaken');
  // @ts-expect-error nothing is filled in
  refuse('vote.noDeputy', { id: 'B-3' });
}
