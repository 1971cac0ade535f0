import { expect, test } from '@jest/globals';
import { createLog } from '../../../src/main/log.ts';
import { StoreUnavailable } from '../../../src/ports/store.ts';

test('a fault is written down with what caused it', () => {
  const lines: string[] = [];

  createLog('error', (line) => lines.push(line)).error(
    'work failed',
    new StoreUnavailable(new Error('no connection')),
    {
      kind: 'vote.close',
    },
  );

  const { event, kind, error } = JSON.parse(lines.join());
  expect({ event, kind }).toEqual({ event: 'work failed', kind: 'vote.close' });
  expect(error).toMatch(/^StoreUnavailable: .*no connection\n[\s\S]*\nbecause of Error: no connection\n {4}at /);
});
