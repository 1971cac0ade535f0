/** Who may change a task, accept it, or take part in it: every combination. */
import { describe, expect, test } from '@jest/globals';
import type { MemberRole } from '../../../../src/domain/group/group.ts';
import {
  isResponsible,
  mayChangeTask,
  mayTakePart,
  type TaskStanding,
} from '../../../../src/domain/group/permission.ts';
import type { PersonId } from '../../../../src/domain/ids.ts';

const task = { assigneeId: 1 as PersonId };
const outsider: TaskStanding = { personId: 2 as PersonId, coordinator: false, role: null, standsIn: false };

interface Case {
  readonly name: string;
  readonly standing: Partial<TaskStanding>;
  readonly change: boolean;
  readonly takePart: boolean;
  readonly responsible: boolean;
}

const inRole = (role: MemberRole, change: boolean): Case => ({
  name: role,
  standing: { role },
  change,
  takePart: true,
  responsible: false,
});

const CASES: readonly Case[] = [
  { name: 'an outsider', standing: {}, change: false, takePart: false, responsible: false },
  inRole('member', false),
  inRole('expert', false),
  inRole('deputy', false),
  inRole('lead', true),
  inRole('chair', true),
  { name: 'the coordinator', standing: { coordinator: true }, change: true, takePart: true, responsible: false },
  { name: 'the stand-in', standing: { standsIn: true }, change: true, takePart: true, responsible: true },
  {
    name: 'the assignee, even of another group',
    standing: { personId: 1 as PersonId },
    change: true,
    takePart: true,
    responsible: true,
  },
];

describe.each(CASES)('$name', ({ standing, change, takePart, responsible }) => {
  const whole = { ...outsider, ...standing };

  test(`${change ? 'may' : 'may not'} change the task`, () => {
    expect(mayChangeTask(task, whole)).toBe(change);
  });
  test(`${takePart ? 'may' : 'may not'} take part in it`, () => {
    expect(mayTakePart(task, whole)).toBe(takePart);
  });
  test(`${responsible ? 'is' : 'is not'} responsible for it`, () => {
    expect(isResponsible(task, whole)).toBe(responsible);
  });
});

test('nobody is responsible for a task without an assignee', () => {
  expect(isResponsible({ assigneeId: null }, outsider)).toBe(false);
});
