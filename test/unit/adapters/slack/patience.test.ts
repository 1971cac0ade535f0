/** What happened in Slack is noted in order, however long the store is away, and given up in the end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test } from '@jest/globals';
import { createPatience } from '../../../../adapters/slack/inbound/patience.ts';

let away = true;
let noted: string[] = [];
const log = { info: () => {}, warn: () => {}, error: () => void noted.push('given up') };

beforeEach(() => {
  away = true;
  noted = [];
});

async function untilNoted(count: number): Promise<void> {
  for (let tries = 0; tries < 500 && noted.length < count; tries += 1) await sleep(10);
}

function noting(word: string): () => Promise<void> {
  return async () => {
    if (away) throw new Error('away');
    noted.push(word);
  };
}

test('what is about one subject keeps its order, and another does not wait for it', async () => {
  const patience = createPatience(log, [200, 200]);
  await patience.insist('C1', noting('lost'));
  away = false;
  await patience.insist('C1', noting('found'));
  await patience.insist('U1', noting('renamed'));

  expect(noted).toEqual(['renamed']);
  await untilNoted(3);
  expect(noted).toEqual(['renamed', 'lost', 'found']);
});

test('it ends, and the log says so', async () => {
  const patience = createPatience(log, [10, 20]);
  await patience.insist('C1', noting('lost'));

  await untilNoted(1);
  expect(noted).toEqual(['given up']);
});

test('nothing is tried after the end', async () => {
  const patience = createPatience(log, [20]);
  await patience.insist('C1', noting('lost'));
  patience.close();
  away = false;

  await sleep(100);
  expect(noted).toEqual([]);
});
