/** The columns of a process and how they become one. */

import type { Process } from '../../../src/domain/process/process.ts';
import type { LocalTime } from '../../../src/domain/time/calendar.ts';
import { timeText } from '../columns.ts';

export const PROCESS = [
  'id',
  'name',
  'region',
  'zone',
  'locale',
  'digest_weekday as digestWeekday',
  timeText('digest_time').as('digestTime'),
  'vote_profile as voteProfile',
  'polls',
  'example',
  'created_at as createdAt',
  'archived_at as archivedAt',
] as const;

type ProcessRow = Omit<Process, 'digest'> & {
  readonly digestWeekday: Process['digest']['weekday'];
  readonly digestTime: LocalTime;
};

export function toProcess({ digestWeekday, digestTime, ...process }: ProcessRow): Process {
  return { ...process, digest: { weekday: digestWeekday, time: digestTime } };
}
