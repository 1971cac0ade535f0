/** What a button carries comes back as it was, and nothing else is taken for it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ProcessId } from '../../../src/domain/ids.ts';
import { type Carried, carriedBy, carriedIn, carriedText, contentOf, type Press } from '../../../src/message/press.ts';

const PRESS: Press = { code: 'vote.yes', args: { vote: 'B-3' }, process: 7 as ProcessId };

const press: fc.Arbitrary<Press> = fc.record({
  code: fc.string(),
  args: fc.dictionary(
    fc.string().filter((name) => name !== '__proto__'),
    fc.string({ unit: 'binary' }),
    { noNullPrototype: true },
  ),
  process: fc.option(fc.nat().map((id) => id as ProcessId)),
});

test('comes back as it was', () => {
  fc.assert(
    fc.property(press, (carried) => {
      expect(carriedIn(carriedText(carried))).toEqual(carried);
    }),
  );
});

test('is the same text for the same press, whatever the order in which a store gives it back', () => {
  const { code, args, process } = { ...PRESS, args: { vote: 'B-3', choice: 'yes' } };

  expect(carriedText({ process, args: { choice: 'yes', vote: 'B-3' }, code })).toBe(
    carriedText({ code, args, process }),
  );
});

test.each<[string, Carried | null]>([
  ['/beschluss ja B-3', '/beschluss ja B-3'],
  ['', null],
  ['{', null],
  ['{}', null],
  ['{"code":"vote.yes"}', null],
  ['{"code":"vote.yes","args":null,"process":1}', null],
  ['{"code":"vote.yes","args":{"vote":3},"process":1}', null],
  ['{"code":"vote.yes","args":{},"process":"1"}', null],
  ['{"code":7,"args":{},"process":1}', null],
])('reads %s', (text, carried) => {
  expect(carriedIn(text)).toEqual(carried);
});

describe('a button', () => {
  test('is told by what it carries', () => {
    expect(contentOf(carriedBy({ command: '/vote yes B-3', press: PRESS }))).toEqual({ kind: 'press', ...PRESS });
  });

  test('that an earlier version wrote down is told by its command', () => {
    const what = { kind: 'command', text: '/vote yes B-3', pressed: true };

    expect(contentOf(carriedBy({ command: '/vote yes B-3' }))).toEqual(what);
  });
});
