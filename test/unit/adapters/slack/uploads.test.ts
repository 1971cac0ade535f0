/** Pictures never hold up the message they belong to. */
import { expect, test } from '@jest/globals';
import { createUploads } from '../../../../adapters/slack/web/uploads.ts';
import type { Workspace } from '../../../../adapters/slack/web/workspace.ts';
import type { Card } from '../../../../src/message/model.ts';

test('pictures that take too long are done without, all of them together', async () => {
  const chart = { title: 'Aufgaben', bars: [{ label: 'AG Bildung', parts: [] }] };
  const card: Card = {
    title: '',
    body: [1, 2, 3].map((n) => ({ n: 'chart', chart: { ...chart, title: `Aufgaben ${n}` } })),
    attention: 'quiet',
  };
  const told: string[] = [];
  const log = { info: () => {}, warn: (message: string) => void told.push(message), error: () => {} };
  const never = { draw: () => new Promise<never>(() => {}) };
  const uploads = createUploads(never, log, 50);
  const before = performance.now();

  const uploaded = await uploads.of(card, {} as Workspace, 'key');

  expect([...uploaded]).toEqual([]);
  expect(told).toHaveLength(3);
  expect(performance.now() - before).toBeLessThan(1_000);
});
