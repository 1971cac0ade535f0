/** Which clocks are believed: small drifts always, a jump not until two agree again. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  APART_MS,
  type Believed,
  type ClockReading,
  type DatabaseTime,
  discordOf,
} from '../../../../src/domain/time/clockTrust.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse('2027-01-11T08:00:00Z');

const FIRST: ClockReading = { wall: START, monotonic: 5_000, uptime: 90_000, boot: 'first' };
const OWN: Believed = { kind: 'own', reading: FIRST };

/** Time passes on every clock of a machine; `jump` is what somebody did to its wall clock. */
function after(passed: number, jump = 0, from: ClockReading = FIRST): ClockReading {
  const { wall, monotonic, uptime } = from;
  return { ...from, wall: wall + passed + jump, monotonic: monotonic + passed, uptime: uptime + passed };
}

/** The embedded database: the machine's own clock. */
const same = ({ wall }: ClockReading): DatabaseTime => ({ now: new Date(wall), here: true, boot: null });
const elsewhere = (now: number): DatabaseTime => ({ now: new Date(now), here: false, boot: null });

const passing = fc.integer({ min: 0, max: 400 * DAY });
const drifting = fc.integer({ min: -APART_MS, max: APART_MS });
const jumping = fc.integer({ min: APART_MS + 1, max: 400 * DAY }).chain((size) => fc.constantFrom(size, -size));

test('no row of small drifts is ever doubted, whatever it adds up to', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(passing, drifting), { maxLength: 50 }), (steps) => {
      let reading = FIRST;
      for (const [passed, drift] of steps) {
        const next = after(passed, drift, reading);
        expect(discordOf(next, { kind: 'own', reading }, same(next))).toBeNull();
        reading = next;
      }
    }),
  );
});

test('a jump is doubted for as long as it lasts, and not once the clock is back', () => {
  fc.assert(
    fc.property(jumping, fc.array(passing, { minLength: 1, maxLength: 10 }), (jump, looks) => {
      for (const passed of looks) {
        const jumped = after(passed, jump);
        expect(discordOf(jumped, OWN, same(jumped))).toEqual({ against: 'elapsed', expected: START + passed });
        const back = after(passed);
        expect(discordOf(back, OWN, same(back))).toBeNull();
      }
    }),
  );
});

test('what a machine has slept through is no jump: it counts as up', () => {
  fc.assert(
    fc.property(passing, passing, (slept, awake) => {
      const woken = { ...after(awake), wall: START + slept + awake, uptime: FIRST.uptime + slept + awake };
      expect(discordOf(woken, OWN, same(woken))).toBeNull();
    }),
  );
});

test('another machine’s database settles it, for the clock and against it', () => {
  fc.assert(
    fc.property(passing, jumping, drifting, (passed, jump, drift) => {
      const jumped = after(passed, jump);
      expect(discordOf(jumped, OWN, elsewhere(jumped.wall + drift))).toBeNull();
      const still = after(passed);
      expect(discordOf(still, OWN, elsewhere(still.wall + jump))).toMatchObject({ against: 'database' });
    }),
  );
});

test('a database of the same start of the machine, or at the same address, is the same clock and vouches for nothing', () => {
  const jumped = after(MINUTE, 40 * DAY);

  expect(discordOf(jumped, OWN, { ...elsewhere(jumped.wall), boot: 'first' })).toMatchObject({ against: 'elapsed' });
  expect(discordOf(jumped, OWN, { ...elsewhere(jumped.wall), here: true })).toMatchObject({ against: 'elapsed' });
  expect(discordOf(jumped, OWN, { ...elsewhere(jumped.wall), boot: 'another' })).toBeNull();
});

test('but where even such a database disagrees, it counts', () => {
  const still = after(MINUTE);

  expect(discordOf(still, OWN, { ...same(still), now: new Date(still.wall - 40 * DAY) })).toEqual({
    against: 'database',
    expected: still.wall - 40 * DAY,
  });
});

test('the very first look has nothing to be compared with but the database', () => {
  expect(discordOf(FIRST, null, same(FIRST))).toBeNull();
  expect(discordOf(FIRST, null, elsewhere(START - 2 * HOUR))).toMatchObject({ against: 'database' });
});

test.each([
  ['2027-03-28T00:59:59Z', 'summer time begins'],
  ['2027-10-31T00:59:59Z', 'summer time ends'],
  ['2028-02-28T23:59:59Z', 'there is a 29 February'],
  ['2026-12-31T23:59:59Z', 'a leap second is smeared'],
])('nothing happens at %s, when %s', (moment) => {
  const reading = { ...FIRST, wall: Date.parse(moment) };
  const next = after(2_000, 900, reading);

  expect(discordOf(next, { kind: 'own', reading }, same(next))).toBeNull();
});

function kept(doubted: number | null = null): Believed {
  const { monotonic: _own, ...seen } = FIRST;
  return { kind: 'kept', seen, from: 100, doubted };
}

/** A process that was started later on the same start of the machine, or on a new one. */
function started(passed: number, jump: number, boot: string): ClockReading {
  const uptime = boot === 'first' ? FIRST.uptime + passed : 30_000;
  return { wall: START + passed + jump, monotonic: 100, uptime, boot };
}

test('at a start of the process, not of the machine, what has passed is known', () => {
  fc.assert(
    fc.property(passing, jumping, drifting, (passed, jump, drift) => {
      const right = started(passed, drift, 'first');
      expect(discordOf(right, kept(), same(right))).toBeNull();
      const jumped = started(passed, jump, 'first');
      expect(discordOf(jumped, kept(), same(jumped))).toEqual({ against: 'elapsed', expected: START + passed });
    }),
  );
});

test('at a start of the machine a long break is as good as any, and only a time that was already is doubted', () => {
  fc.assert(
    fc.property(passing, (passed) => {
      const later = started(passed, 0, 'second');
      expect(discordOf(later, kept(), same(later))).toBeNull();
    }),
  );
  const before = started(0, -2 * HOUR, 'second');
  expect(discordOf(before, kept(), same(before))).toEqual({ against: 'before', expected: START });
});

test('a doubt outlives a start of the machine that changed nothing', () => {
  const doubted = START + 40 * DAY;
  const stillAhead = started(40 * DAY + HOUR, 0, 'second');
  const setRight = started(3 * HOUR, 0, 'second');

  expect(discordOf(stillAhead, kept(doubted), same(stillAhead))).toMatchObject({ against: 'elapsed' });
  expect(discordOf(setRight, kept(doubted), same(setRight))).toBeNull();
});

test('a counter that began anew, as in a container, says nothing', () => {
  const inContainer = { ...started(5 * HOUR, 0, 'first'), uptime: 1_000 };

  expect(discordOf(inContainer, kept(), same(inContainer))).toBeNull();
});
