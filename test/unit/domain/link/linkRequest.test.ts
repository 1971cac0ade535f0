/** How long a request to link accounts waits at each step. */
import { expect, test } from '@jest/globals';
import { isCurrent, LINK_STEPS, LONGEST_WAIT_MS, lastsUntil } from '../../../../src/domain/link/linkRequest.ts';

const since = new Date('2027-01-11T08:00:00Z');

test.each([
  ['shown', '2027-01-11T08:15:00.000Z'],
  ['typed', '2027-01-11T08:15:00.000Z'],
  ['offered', '2027-01-11T08:15:00.000Z'],
  ['confirmed', '2027-01-18T08:00:00.000Z'],
] as const)('%s lasts until %s, and not an instant longer', (step, until) => {
  const end = new Date(until);

  expect(lastsUntil({ step, since })).toEqual(end);
  expect(isCurrent({ step, since }, end)).toBe(true);
  expect(isCurrent({ step, since }, new Date(end.getTime() + 1))).toBe(false);
});

test('nothing is kept waiting longer than the longest step', () => {
  for (const step of LINK_STEPS)
    expect(lastsUntil({ step, since }).getTime() - since.getTime()).toBeLessThanOrEqual(LONGEST_WAIT_MS);
});
