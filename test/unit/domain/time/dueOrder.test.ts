/** What comes first of what is due together, and what is done together. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ProcessId } from '../../../../src/domain/ids.ts';
import { DUE_STAGES, type DueItem, type DueKind, retryAfterMs } from '../../../../src/domain/time/due.ts';
import { bundlesOf, lastOfEach } from '../../../../src/domain/time/dueOrder.ts';

const START = Date.UTC(2027, 0, 18, 7);
let ids = 0;

function item(kind: DueKind, minutes = 0, objectId = 1): DueItem {
  ids += 1;
  return { id: ids, kind, processId: 1 as ProcessId, objectId, at: new Date(START + minutes * 60_000), failures: 0 };
}

const kinds = DUE_STAGES.flat();
const items = fc
  .array(fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: -60_000, max: 0 }), fc.integer({ min: 1, max: 5 })))
  .map((drawn) => drawn.map(([kind, minutes, objectId]) => item(kind, minutes, objectId)));

test('of one moment what ends comes first, then reminders, the digest last', () => {
  const moment = kinds.toReversed().map((kind) => item(kind));

  const done = bundlesOf(moment).map(({ subject, items }) => [subject, items.map(({ kind }) => kind).toSorted()]);

  expect(done).toEqual([
    ['round', ['round.close']],
    ['vote', ['vote.close']],
    ['vote', ['vote.halfTime', 'vote.lastCall']],
    ['round', ['round.halfTime', 'round.lastCall']],
    ['task', ['task.due', 'task.escalate', 'task.overdue', 'task.twoDays', 'task.unanswered', 'task.week']],
    ['digest', ['digest']],
  ]);
});

test('ends of several days come in the order in which they were agreed', () => {
  const missed = [item('vote.close', 30), item('round.close', 20), item('vote.close', 10), item('digest', 0)];

  expect(bundlesOf(missed).flatMap(({ items }) => items)).toEqual([missed[2], missed[1], missed[0], missed[3]]);
});

test('a kind nobody knows is done by itself and before everything else', () => {
  const unknown = item('nonsense.due' as DueKind, 10);

  const [first] = bundlesOf([item('vote.close'), unknown, item('task.due')]);

  expect(first).toMatchObject({ subject: 'nonsense', items: [unknown] });
});

describe('whatever is due', () => {
  test('nothing is lost or done twice', () => {
    fc.assert(
      fc.property(items, (due) => {
        const done = bundlesOf(due).flatMap(({ items }) => items);
        expect(done.toSorted((a, b) => a.id - b.id)).toEqual(due.toSorted((a, b) => a.id - b.id));
      }),
    );
  });

  test('all reminders of tasks are one bundle, however much lies between them', () => {
    fc.assert(
      fc.property(items, (due) => {
        const bundles = bundlesOf(due).filter(({ subject }) => subject === 'task');
        expect(bundles.length).toBe(due.some(({ kind }) => kind.startsWith('task.')) ? 1 : 0);
      }),
    );
  });

  test('no end comes after a reminder, nothing after a digest, and each bundle is in the order of time', () => {
    fc.assert(
      fc.property(items, (due) => {
        const stages = bundlesOf(due).flatMap(({ items }) =>
          items.map(({ kind }) => DUE_STAGES.findIndex((stage) => (stage as readonly DueKind[]).includes(kind))),
        );
        expect(stages).toEqual(stages.toSorted((a, b) => a - b));
        for (const { items } of bundlesOf(due)) {
          const times = items.map(({ at }) => at.getTime());
          expect(times).toEqual(times.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});

test('of several items of one object only the last is left, and each object stays in its place', () => {
  const [half, other, last] = [item('vote.halfTime', 0, 1), item('vote.halfTime', 5, 2), item('vote.lastCall', 9, 1)];

  expect(lastOfEach([half, other, last])).toEqual([other, last]);
});

test('what fails waits twice as long each time, an hour at most', () => {
  expect([1, 2, 3, 4, 5, 50].map((failures) => retryAfterMs(failures) / 60_000)).toEqual([5, 10, 20, 40, 60, 60]);
});
