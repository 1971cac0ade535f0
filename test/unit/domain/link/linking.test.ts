/** Which of two accounts may come to the other: whatever both are, no link gives anybody more than the one that showed the code has. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ProcessId } from '../../../../src/domain/ids.ts';
import {
  directionOf,
  needingAgreement,
  type Office,
  officeOf,
  type Standing,
  weightiest,
} from '../../../../src/domain/link/linking.ts';

const OFFICES = ['member', 'lead', 'seat', 'coordinator', 'chair'] as const;
const office = fc.constantFrom(...OFFICES);
const standing: fc.Arbitrary<Standing> = fc
  .dictionary(fc.constantFrom('1', '2', '3'), office)
  .map((offices) => new Map(Object.entries(offices).map(([id, value]) => [Number(id) as ProcessId, value])));

function together(one: Standing, other: Standing): Standing {
  const ids = [...new Set([...one.keys(), ...other.keys()])];
  const all = ids.map((id) => [id, weightiest([one.get(id), other.get(id)].filter((o) => o !== undefined))] as const);
  return new Map(all.filter((entry): entry is [ProcessId, Office] => entry[1] !== null));
}

describe('the direction', () => {
  test('is forward exactly where both together are nothing more than the one that showed the code', () => {
    fc.assert(
      fc.property(standing, standing, (shown, typed) => {
        const same = new Map([...together(shown, typed)].sort());
        expect(directionOf(shown, typed) === 'forward').toBe(
          JSON.stringify([...same]) === JSON.stringify([...new Map([...shown].sort())]),
        );
      }),
    );
  });

  test('is back exactly where it is forward the other way round and not this way', () => {
    fc.assert(
      fc.property(standing, standing, (one, other) => {
        const back = directionOf(one, other) === 'back';
        expect(back).toBe(directionOf(other, one) === 'forward' && directionOf(one, other) !== 'forward');
      }),
    );
  });

  test('is never neither between two who take part in one process only, and the same one', () => {
    const only = office.map((o): Standing => new Map([[1 as ProcessId, o]]));
    fc.assert(fc.property(only, only, (one, other) => expect(directionOf(one, other)).not.toBe('neither')));
  });

  test('is neither between two towns', () => {
    const here: Standing = new Map([[1 as ProcessId, 'chair']]);
    const there: Standing = new Map([[2 as ProcessId, 'member']]);

    expect([directionOf(here, there), directionOf(there, here)]).toEqual(['neither', 'neither']);
  });
});

test('somebody else must agree wherever more than a member’s word is at stake', () => {
  const all: Standing = new Map(OFFICES.map((o, index) => [index as ProcessId, o]));

  expect(needingAgreement(all)).toEqual([1, 2, 3, 4]);
});

test.each([
  ['steering', 'chair', 'chair'],
  ['steering', 'lead', 'seat'],
  ['steering', 'member', 'seat'],
  ['steering', 'deputy', 'seat'],
  ['steering', 'expert', 'member'],
  ['working', 'chair', 'lead'],
  ['working', 'lead', 'lead'],
  ['working', 'member', 'member'],
  ['working', 'deputy', 'member'],
  ['working', 'expert', 'member'],
] as const)('in a %s group the role %s weighs as %s', (group, role, weighs) => {
  expect(officeOf(group, role)).toBe(weighs);
});
