/** Who stands in the audit log for what happens to a contribution: in an anonymous round, nobody. */
import type { InputRound } from '../../domain/inputRound.ts';
import type { Person } from '../../domain/person.ts';
import { BOT } from '../record.ts';

export function recordedActor(round: Pick<InputRound, 'anonymity'>, person: Person): Person | typeof BOT {
  return round.anonymity === 'anonymous' ? BOT : person;
}
