/** What waits for an answer of the person who said it: for which process it is, or whether it is to end something. */
import type { PersonId, ProcessId, QuestionId, RoomId } from '../../domain/ids.ts';
import type { Inbound } from '../inbound.ts';

export interface Question {
  readonly person: PersonId;
  readonly room: RoomId;
  /** What is to be done once that is clear. `ends`: it waits for a yes, and in which process it is meant. */
  readonly deed: Pick<Inbound, 'what' | 'mentions'> & { readonly ends?: { readonly process: ProcessId | null } };
}

export interface AskedQuestion extends Question {
  readonly at: Date;
}

export interface Questions {
  ask(question: Question, at: Date): Promise<QuestionId>;
  /** The question of this person in this room; null: there is none such, or none any more. */
  of(id: QuestionId, person: PersonId, room: RoomId): Promise<AskedQuestion | null>;
  answered(id: QuestionId): Promise<void>;
}
