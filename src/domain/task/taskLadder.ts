/** On which days a task's reminders fall, and when an overdue one is passed on. */
import { addBusinessDays, type BusinessCalendar, previousBusinessDay } from '../time/businessDays.ts';
import { addDays, type LocalDate, type Zone } from '../time/calendar.ts';
import { CONTACT_OPENS, contactOpening } from '../time/contactTime.ts';
import type { Deadline } from '../time/deadline.ts';

export type TaskStep = 'week' | 'twoDays' | 'due' | 'overdue';

export interface TaskReminder {
  readonly step: TaskStep;
  /** Always a business day. */
  readonly on: LocalDate;
  readonly at: Date;
}

const OVERDUE_EVERY = 3;
const ESCALATION_AFTER = 3;
const COORDINATOR_ESCALATION_AFTER = 7;
const ANSWER_WITHIN = 3;

/**
 * A week before, two business days before, on the day, and on the first business day after it; those before the end
 * move to the previous business day. A step that would not come before the next, more urgent one is left out.
 */
export function taskReminders(due: Deadline, zone: Zone, calendar: BusinessCalendar): TaskReminder[] {
  const steps: { step: TaskStep; on: LocalDate }[] = [
    { step: 'week', on: previousBusinessDay(addDays(due.date, -7), calendar) },
    { step: 'twoDays', on: addBusinessDays(due.date, -2, calendar) },
    { step: 'due', on: dueStepOn(due, calendar) },
    { step: 'overdue', on: addBusinessDays(due.date, 1, calendar) },
  ];
  const kept = steps.filter(({ on }, index) => steps.slice(index + 1).every((urgent) => on < urgent.on));
  return kept.map(({ step, on }) => ({ step, on, at: contactOpening(on, zone) }));
}

/** The reminder after an overdue one sent on `after`. */
export function nextOverdue(after: LocalDate, calendar: BusinessCalendar): LocalDate {
  return addBusinessDays(after, OVERDUE_EVERY, calendar);
}

/** The day on which the lead of the group is told. */
export function escalationOn(due: Deadline, calendar: BusinessCalendar): LocalDate {
  return addBusinessDays(due.date, ESCALATION_AFTER, calendar);
}

/** The day from which the task stands in the coordinator's weekly list. */
export function coordinatorEscalationOn(due: Deadline, calendar: BusinessCalendar): LocalDate {
  return addBusinessDays(due.date, COORDINATOR_ESCALATION_AFTER, calendar);
}

/** The day on which the lead is told that whoever was asked on `asked` has not answered. */
export function unansweredOn(asked: LocalDate, calendar: BusinessCalendar): LocalDate {
  return addBusinessDays(asked, ANSWER_WITHIN, calendar);
}

/** A task due at 08:00 or earlier is reminded of the business day before: on the day itself it would be too late. */
function dueStepOn(due: Deadline, calendar: BusinessCalendar): LocalDate {
  const early = due.time !== null && due.time <= CONTACT_OPENS;
  return previousBusinessDay(early ? addDays(due.date, -1) : due.date, calendar);
}
