/** A work result: what a working group hands to the steering group. */
import type { GroupId, PersonId, ProcessId, ResultId } from '../ids.ts';

export const RESULT_KINDS = [
  'finding',
  'guideline',
  'actionField',
  'goal',
  'measure',
  'report',
  'draftConcept',
] as const;

export type ResultKind = (typeof RESULT_KINDS)[number];

/** `submitted`: with the steering group; `adopted`, `rejected`: decided by a vote. */
export type ResultState = 'draft' | 'submitted' | 'adopted' | 'rejected' | 'withdrawn';

export interface WorkResult {
  readonly id: ResultId;
  readonly processId: ProcessId;
  readonly groupId: GroupId;
  readonly number: number;
  readonly kind: ResultKind;
  readonly title: string;
  readonly text: string;
  /** Counts from 1; every edit makes a new one. */
  readonly version: number;
  readonly state: ResultState;
  readonly createdBy: PersonId;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  /** When the steering group decided, or when it was withdrawn. */
  readonly settledAt: Date | null;
}

/** One version of the text, kept for ever. */
export interface ResultVersion {
  readonly resultId: ResultId;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
  readonly by: PersonId;
}

/** Which kinds a result of a kind may answer: a measure serves a goal, a goal answers a finding. */
export const LINKS_TO: Readonly<Record<ResultKind, readonly ResultKind[]>> = {
  finding: ['actionField'],
  guideline: ['finding', 'guideline'],
  actionField: ['guideline', 'finding'],
  goal: ['finding', 'guideline', 'actionField'],
  measure: ['goal', 'finding', 'actionField'],
  report: ['finding', 'guideline', 'actionField', 'goal', 'measure'],
  draftConcept: ['finding', 'guideline', 'actionField', 'goal', 'measure', 'report'],
};
