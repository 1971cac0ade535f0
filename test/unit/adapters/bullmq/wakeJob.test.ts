/** Which job stands for a wake-up. */
import { expect, test } from '@jest/globals';
import { retryDelay, wakeJob } from '../../../../adapters/bullmq/wakeJob.ts';

const now = new Date('2026-01-22T10:00:00.250Z');
const job = (at: string) => {
  const { delay, deduplication } = wakeJob(new Date(at), now);
  return [deduplication?.id, delay];
};

test('instants of one second share one job, which is due at its end', () => {
  expect(job('2026-01-22T10:00:04.001Z')).toEqual(['second-1769076005', 4750]);
  expect(job('2026-01-22T10:00:05.000Z')).toEqual(['second-1769076005', 4750]);
  expect(job('2026-01-22T10:00:05.001Z')).toEqual(['second-1769076006', 5750]);
});

test('everything past or present is one job without delay', () => {
  expect(job('2020-01-01T00:00:00Z')).toEqual(['now', 0]);
  expect(job('2026-01-22T10:00:00Z')).toEqual(['now', 0]);
});

test('nothing waits for more than a year', () => {
  expect(job('2099-01-01T00:00:00Z')).toEqual(['second-4070908800', 365 * 24 * 3600 * 1000]);
});

test('a failed wake-up is tried again ever more slowly, at least once a minute', () => {
  expect([1, 2, 3, 6, 7, 10].map(retryDelay)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000]);
});
