/** Who stands in the audit log for what happens to a contribution: in an anonymous round, nobody. */

import { BOT } from '../../../acting/record.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';

export function recordedActor(round: Pick<InputRound, 'anonymity'>, person: Person): Person | typeof BOT {
  return round.anonymity === 'anonymous' ? BOT : person;
}
