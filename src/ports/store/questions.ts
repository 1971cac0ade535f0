/** What somebody of several processes said without saying for which: it waits until they do. */
import type { PersonId, QuestionId, RoomId } from '../../domain/ids.ts';
import type { Inbound } from '../inbound.ts';

export interface Question {
  readonly person: PersonId;
  readonly room: RoomId;
  /** What is to be done once that is clear. */
  readonly deed: Pick<Inbound, 'what' | 'mentions'>;
}

export interface Questions {
  ask(question: Question, at: Date): Promise<QuestionId>;
  /** The question of this person in this room; null: there is none such, or none any more. */
  of(id: QuestionId, person: PersonId, room: RoomId): Promise<Question | null>;
  answered(id: QuestionId): Promise<void>;
}
