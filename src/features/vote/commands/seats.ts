/** What changes who votes for a seat: recusal and deputies. */

import { inProcess, voiceFor } from '../../../acting/caller.ts';
import { namesOf } from '../../../acting/names.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Person } from '../../../domain/person/person.ts';
import { people, personAfter } from '../../../grammar/args/people.ts';
import { ref } from '../../../grammar/args/refs.ts';
import { flag } from '../../../grammar/args/words.ts';
import { command } from '../../../grammar/declaration.ts';
import { callDeputy } from '../acts/deputy.ts';
import { recuse as recuseSeat } from '../acts/recuse.ts';
import { deputyAnswer, recusalAnswer } from '../cards/seatAnswers.ts';

const base = { family: 'vote', who: 'seat', where: 'process' } as const;

const recuse = command({
  ...base,
  verb: 'recuse',
  effect: 'changes',
  args: { vote: ref('vote', { optional: true }), who: people({ optional: true }), back: flag('back') },
  async run(tx, caller, { vote, who, back }) {
    const done = await recuseSeat(tx, inProcess(caller), { vote, who: atMostOne(who), back });
    const own = done.person.id === caller.person.id;
    return recusalAnswer(voiceFor(caller), { ...done, own, back }, await namesOf(tx, [done.person.id]));
  },
});

const deputy = command({
  ...base,
  verb: 'deputy',
  effect: 'changes',
  args: {
    vote: ref('vote', { optional: true }),
    who: people({ optional: true }),
    of: personAfter('of'),
    back: flag('back'),
  },
  async run(tx, caller, { vote, who, of, back }) {
    const done = await callDeputy(tx, inProcess(caller), { vote, deputy: atMostOne(who), of, back });
    return deputyAnswer(voiceFor(caller), done, await namesOf(tx, [done.holderId, done.deputyId]));
  },
});

export const seats = [recuse, deputy];

function atMostOne(people: readonly Person[]): Person | null {
  return people.length > 1 ? refuse('vote.onePerson') : (people[0] ?? null);
}
