/** The profiles as data, and the choices they offer. */
import { describe, expect, test } from '@jest/globals';
import { choiceProblem } from '../../../../src/domain/vote/choice.ts';
import { PROFILES } from '../../../../src/domain/vote/profile.ts';
import { DEFAULT_PROFILE, PROFILE_NAMES } from '../../../../src/domain/vote/profileName.ts';
import { allowsSecrecy } from '../../../../src/domain/vote/rule.ts';

describe.each(PROFILE_NAMES)('The profile %s', (name) => {
  const rule = PROFILES[name];

  test('carries its own name', () => {
    expect(rule.profile).toBe(name);
  });

  test('survives being written as JSON, as a frozen vote does', () => {
    expect(JSON.parse(JSON.stringify(rule))).toEqual(rule);
  });

  test('is an open first call that lasts until its deadline', () => {
    expect(rule).toMatchObject({ secret: false, call: 'first', silence: 'notVoted' });
  });
});

test('The default profile is that of an advisory board', () => {
  expect(DEFAULT_PROFILE).toBe('beirat');
});

describe('A choice', () => {
  test.each([
    ['beirat', 'abstain', null, null],
    ['go-rat', 'abstain', null, 'notOffered'],
    ['go-rat', 'no', null, null],
    ['konsent', 'no', null, 'notOffered'],
    ['konsent', 'concern', null, null],
    ['konsent', 'objection', null, 'reasonMissing'],
    ['konsent', 'objection', ' \n ', 'reasonMissing'],
    ['konsent', 'objection', 'Die Finanzierung fehlt', null],
    ['beirat', 'objection', 'Die Finanzierung fehlt', 'notOffered'],
    ['meinungsbild', 'yes', null, null],
  ] as const)('in %s: %s with the reason %j → %j', (profile, choice, reason, problem) => {
    expect(choiceProblem(PROFILES[profile], choice, reason)).toBe(problem);
  });
});

test('Names can be hidden unless a reason must be answered or one ballot decides', () => {
  const hidden = PROFILE_NAMES.filter((name) => allowsSecrecy(PROFILES[name]));

  expect(hidden).toEqual(['beirat', 'go-rat', 'zwei-drittel', 'meinungsbild']);
});
