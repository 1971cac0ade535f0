/** What ended by its deadline is told of by the digest that comes next, whenever it was noticed. */
import { expect, test } from '@jest/globals';
import { endedAt } from '../../../src/acting/ended.ts';
import { localDate } from '../../../src/domain/time/calendar.ts';
import { closesAt } from '../../../src/domain/time/deadline.ts';
import type { Processes } from '../../../src/ports/store/places.ts';
import { PROCESS } from '../../support/caller.ts';

const deadline = { date: localDate('2027-01-25'), time: null };
const over = closesAt(deadline, PROCESS.zone).getTime();

const ended = (lastDigest: Date | null) =>
  endedAt({ processes: { lastDigest: async () => lastDigest } as unknown as Processes }, PROCESS, deadline);

test('it ended with the last instant before its deadline was over, which a digest at that instant tells of', async () => {
  expect(await ended(null)).toEqual(new Date(over - 1));
  expect(await ended(new Date(over - 7 * 86_400_000))).toEqual(new Date(over - 1));
});

test('where a digest was sent since, it counts from then on, so that the next one tells of it', async () => {
  const digest = new Date(over + 86_400_000);

  expect(await ended(digest)).toEqual(digest);
});
