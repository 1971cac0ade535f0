/** Tells the person who did it what happened to a round, and what to know about the day they chose. */

import { card, paragraph } from '../../../cards/build.ts';
import { deadlineLine } from '../../../cards/date.ts';
import { roundId } from '../../../domain/labels.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import type { BusinessCalendar } from '../../../domain/time/businessDays.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { Card } from '../../../message/model.ts';
import { dateNotes, noteText } from '../../../text/dates/notes.ts';
import type { Phrases } from '../../../text/phrases.ts';

export type RoundStep = 'opened' | 'closed' | 'reopened';

export interface Occasion {
  /** In the zone of the process. */
  readonly today: LocalDate;
  readonly calendar: BusinessCalendar;
  /** Whether the room in which the person acted shows it already. */
  readonly seen: boolean;
}

/** Null when there is nothing to say that the room does not show. */
export function roundAnswer(say: Phrases, round: InputRound, step: RoundStep, occasion: Occasion): Card | null {
  const { deadline } = round;
  const until = deadlineLine(say, deadline, occasion.today);
  const notes = step === 'closed' ? [] : dateNotes(deadline, occasion.today, occasion.calendar);
  if (occasion.seen && notes.length === 0) return null;
  return card('', [
    paragraph(say.line('input.done', { step, id: roundId(round), until })),
    ...notes.map((note) => paragraph(noteText(say.locale, deadline.date, note), 'warning')),
  ]);
}
