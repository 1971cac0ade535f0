/** Reminds one person of everything that is due for them now. */

import { actions, card, fields, heading, list, paragraph, person } from '../../../cards/build.ts';
import { deadlineLine } from '../../../cards/date.ts';
import { shortId } from '../../../domain/labels.ts';
import { URGENCIES, urgencyOf } from '../../../domain/task/taskDue.ts';
import type { Action, Card, Node, Text } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { doneButton, handBackButton, snoozeButton, takeButton, typedHint } from './buttons.ts';
import { assigneeText, taskId } from './facts.ts';
import type { Reminder, ReminderReason, ReminderView } from './reminder.ts';
import { taskLine } from './taskLine.ts';

/** More tasks than this have no buttons of their own: a wall of buttons helps nobody. */
const WITH_BUTTONS = 3;
const SHOWN = 25;

export function reminderCard(say: Phrases, view: ReminderView): Card {
  const [only, second] = view.reminders;
  return only && !second ? single(say, view, only) : several(say, view);
}

function single(say: Phrases, view: ReminderView, reminder: Reminder): Card {
  const { task, why } = reminder;
  const key = why === 'escalated' || why === 'unanswered' ? why : urgencyOf(task.due, view);
  const body = [
    paragraph([text(task.text, 'bold')]),
    fields([
      [say.say('task.field.due'), task.due ? deadlineLine(say, task.due, view.today) : null],
      [say.say('task.field.assignee'), why === 'own' ? null : assigneeText(say, task, view.names)],
    ]),
    ...reasonLine(say, view, reminder),
    actions(...buttonsOf(say, reminder)),
  ];
  return card(say.say(`task.remind.one.${key}`, { id: taskId(task) }), body, 'ping');
}

function several(say: Phrases, view: ReminderView): Card {
  const because = (wanted: ReminderReason) => view.reminders.filter(({ why }) => why === wanted);
  const usual = view.reminders.filter(({ why }) => why !== 'escalated' && why !== 'unanswered');
  const byUrgency = URGENCIES.flatMap((urgency) => {
    const due = usual.filter(({ task }) => urgencyOf(task.due, view) === urgency);
    return section(say, view, say.say(`task.urgency.${urgency}`), due);
  });
  const body = [
    ...byUrgency,
    ...section(say, view, say.say('task.remind.escalated'), because('escalated')),
    ...section(say, view, say.say('task.remind.unanswered'), because('unanswered')),
  ];
  const total = view.reminders.length;
  if (total <= WITH_BUTTONS) body.push(...view.reminders.map((one) => actions(...labelled(buttonsOf(say, one), one))));
  else
    body.push(
      paragraph(say.line('task.remind.how', { command: text(say.say('task.remind.example'), 'code') }), 'muted'),
    );
  return card(say.say('task.remind.several', { total }), body, 'ping');
}

function section(say: Phrases, view: ReminderView, title: string, reminders: readonly Reminder[]): readonly Node[] {
  if (reminders.length === 0) return [];
  const lines = reminders.slice(0, SHOWN).map((reminder) => line(say, view, reminder));
  const hidden = reminders.length - lines.length;
  const more = hidden > 0 ? [paragraph(say.line('task.list.more', { hidden }), 'muted')] : [];
  return [heading(title), list(lines), ...more];
}

function line(say: Phrases, { names, today }: ReminderView, { task, why }: Reminder): Text {
  const own = taskLine(say, task, { names, today, withAssignee: why !== 'own' });
  return why === 'unassigned' ? [...own, text(' · '), text(say.say('task.assignee.none'))] : own;
}

/** Why the reminder comes to this person, where it is not simply theirs. */
function reasonLine(say: Phrases, { names }: ReminderView, { task, why }: Reminder): readonly Node[] {
  switch (why) {
    case 'own':
      return [];
    case 'unassigned':
      return [paragraph(say.line('task.remind.unassigned', { command: typedHint(say, 'assign', task) }), 'muted')];
    case 'standIn':
      return task.assigneeId === null
        ? []
        : [paragraph(say.line('task.remind.standIn', { who: person(task.assigneeId, names, say) }), 'muted')];
    case 'unanswered':
      return [paragraph(say.line('task.remind.ask', { command: typedHint(say, 'assign', task) }), 'muted')];
    case 'escalated':
      return [
        paragraph(
          say.line('task.remind.next', { due: typedHint(say, 'due', task), assign: typedHint(say, 'assign', task) }),
          'muted',
        ),
      ];
    default:
      return why satisfies never;
  }
}

function buttonsOf(say: Phrases, { task, why }: Reminder): readonly Action[] {
  const done = doneButton(say, task);
  const later = [snoozeButton(say, task, 'day'), snoozeButton(say, task, 'week')];
  if (why === 'unassigned') return [takeButton(say, task), done, ...later];
  if (why === 'unanswered') return [];
  return why === 'escalated' ? [done, ...later] : [done, ...later, handBackButton(say, task)];
}

/** Says which task a button is for. */
function labelled(buttons: readonly Action[], { task }: Reminder): readonly Action[] {
  return buttons.map((button) => ({ ...button, label: `${shortId('task', task.number)}: ${button.label}` }));
}
