/** Whoever takes part in several processes says which one they mean. */

import type { Caller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { QuestionId } from '../../../domain/ids.ts';
import type { Process } from '../../../domain/process/process.ts';
import { ENDING_ASKED_MS } from '../../../domain/process/retention.ts';
import type { Question } from '../../../ports/store/questions.ts';
import type { Tx } from '../../../ports/store.ts';

/** As it stands in the command of a button: `F-12`. */
export function questionRef(id: QuestionId): string {
  return `F-${id}`;
}

/** From now on the direct chat is about this process, until another is chosen. */
export async function chooseProcess(tx: Pick<Tx, 'rooms'>, { room }: Caller, process: Process): Promise<void> {
  if (room.kind === 'direct') await tx.rooms.choose(room.id, process.id);
}

/**
 * What was to be done, which is then no question any more. `about`: for which process it is, or whether it is to end something.
 * @throws Refusal `process.questionGone` also for a question of somebody else, or about something else
 */
export async function answerQuestion(
  tx: Pick<Tx, 'questions'>,
  { person, room, now }: Caller,
  ref: string,
  about: 'process' | 'end',
): Promise<Question['deed']> {
  const id = Number(/^F-?(\d{1,9})$/i.exec(ref)?.[1]) as QuestionId;
  const question = Number.isNaN(id) ? null : await tx.questions.of(id, person.id, room.id);
  if (!question || (question.deed.ends !== undefined) !== (about === 'end')) return refuse('process.questionGone');
  const late = about === 'end' && now.getTime() - question.at.getTime() > ENDING_ASKED_MS;
  if (late) return refuse('process.questionGone');
  await tx.questions.answered(id);
  return question.deed;
}
