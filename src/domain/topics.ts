/**
 * Names of cards that are changed in place, and who gives them: the second message of a topic to the same recipient edits
 * the first. They are stored with what was posted, so a form once used stays readable for ever.
 */

import type { Invitation } from './group/invitation.ts';
import type { LinkRequestId, PersonId, ProcessId } from './ids.ts';
import type { WorkResult } from './result/workResult.ts';
import type { InputRound } from './round/inputRound.ts';
import type { Task } from './task/task.ts';
import type { ClockDoubt } from './time/clockDoubt.ts';
import type { AdoptionVote } from './vote/adoptionVote.ts';

/** How each kind is written; `#` stands for an id, a count, or an instant in milliseconds since 1970. */
const FORMS = {
  task: 'task:#',
  request: 'task:#:request:#:#',
  result: 'result:#',
  submission: 'submission:#:#',
  round: 'round:#',
  roundUnheard: 'round:#:unheard',
  roundEarly: 'round:#:early',
  vote: 'vote:#',
  voteEarly: 'vote:#:early',
  resolution: 'resolution:#:#',
  invitation: 'invitation:#',
  clock: 'clock:#:#',
  link: 'link #',
  linkAgreement: 'link # in #',
} as const;

export type TopicKind = keyof typeof FORMS;

/** A topic as it is stored. */
export type Topic = string & { readonly topicOf: TopicKind };

export interface ReadTopic {
  readonly kind: TopicKind;
  /** In the order of the form. */
  readonly numbers: readonly number[];
}

const PATTERNS = Object.entries(FORMS).map(([kind, form]) => ({
  kind: kind as TopicKind,
  pattern: new RegExp(`^${form.replaceAll('#', '(\\d+)')}$`),
}));

/** Null for what is no topic of this version. */
export function readTopic(topic: string): ReadTopic | null {
  for (const { kind, pattern } of PATTERNS) {
    const match = pattern.exec(topic);
    if (match) return { kind, numbers: match.slice(1).map(Number) };
  }
  return null;
}

function write(kind: TopicKind, ...numbers: readonly number[]): Topic {
  let next = 0;
  return FORMS[kind].replace(/#/g, () => String(numbers[next++])) as Topic;
}

/** The card of a task in the room of its group. */
export function taskTopic({ id }: Pick<Task, 'id'>): Topic {
  return write('task', id);
}

/** The direct message that asks somebody to do a task; asking the same person again later is another one. */
export function requestTopic({ id }: Pick<Task, 'id'>, asked: PersonId, since: Date): Topic {
  return write('request', id, asked, since.getTime());
}

/** The card of a work result in the working group's room. */
export function resultTopic({ id }: Pick<WorkResult, 'id'>): Topic {
  return write('result', id);
}

/** The notice in the steering group's room; a second submission gets a notice of its own. */
export function submissionTopic({ id }: Pick<WorkResult, 'id'>, submittedAt: Date): Topic {
  return write('submission', id, submittedAt.getTime());
}

export function roundTopic({ id }: Pick<InputRound, 'id'>): Topic {
  return write('round', id);
}

/** The warning to the coordination that groups of stakeholders have not been heard. */
export function unheardTopic({ id }: Pick<InputRound, 'id'>): Topic {
  return write('roundUnheard', id);
}

/** The offer to open a round again that a wrong clock has closed. */
export function roundEarlyTopic({ id }: Pick<InputRound, 'id'>): Topic {
  return write('roundEarly', id);
}

/** The card of a vote in the steering group's room. */
export function voteTopic({ id }: Pick<AdoptionVote, 'id'>): Topic {
  return write('vote', id);
}

/** The offer to open a vote again that a wrong clock has closed. */
export function voteEarlyTopic({ id }: Pick<AdoptionVote, 'id'>): Topic {
  return write('voteEarly', id);
}

/** The record of what a vote resolved; one that is opened again gets another. */
export function resolutionTopic({ id, voided }: Pick<AdoptionVote, 'id' | 'voided'>): Topic {
  return write('resolution', id, voided.length);
}

/** The message to whoever is asked to join a group. */
export function invitationTopic({ id }: Pick<Invitation, 'id'>): Topic {
  return write('invitation', id);
}

/** What each coordinator of a process is told about a doubt of the clock. */
export function clockTopic({ id }: Pick<ClockDoubt, 'id'>, process: ProcessId): Topic {
  return write('clock', id, process);
}

/** The card that asks whether two accounts are one person's, and later tells that it is answered. */
export function linkTopic(request: LinkRequestId): Topic {
  return write('link', request);
}

/** The same question to whoever may agree to it in a process. */
export function linkAgreementTopic(request: LinkRequestId, process: ProcessId): Topic {
  return write('linkAgreement', request, process);
}
