/** Who may cast the ballot of a seat. */
import { describe, expect, test } from '@jest/globals';
import { deputyProblem, type Seat, standingOf } from '../../../../src/domain/vote/roll.ts';

function seat(holderId: string, change: Partial<Seat<string>> = {}): Seat<string> {
  return { holderId, recused: null, deputyId: null, ...change };
}

const present = seat('mitglied');
const absent = seat('mitglied', { deputyId: 'vertretung' });

describe('Standing', () => {
  test('the holder votes for the own seat', () => {
    expect(standingOf([present], 'mitglied')).toEqual({ may: true, seat: present, asDeputy: false });
  });

  test('somebody who is not on the roll does not vote', () => {
    expect(standingOf([present], 'gast')).toEqual({ may: false, why: 'notOnRoll' });
    expect(standingOf<Seat<string>>([], 'gast')).toMatchObject({ may: false });
  });

  test('a deputy does not vote before the absence was declared', () => {
    expect(standingOf([present], 'vertretung')).toMatchObject({ may: false });
  });

  test('after that the deputy votes and the holder does not', () => {
    expect(standingOf([absent], 'vertretung')).toEqual({ may: true, seat: absent, asDeputy: true });
    expect(standingOf([absent], 'mitglied')).toEqual({ may: false, why: 'deputyActs' });
  });

  test('a recused seat has no ballot, neither by its holder nor by a deputy', () => {
    const recused = { ...absent, recused: {} };

    expect(standingOf([recused], 'mitglied')).toEqual({ may: false, why: 'recused' });
    expect(standingOf([recused], 'vertretung')).toEqual({ may: false, why: 'recused' });
  });

  test('nobody casts the ballots of two seats', () => {
    const own = seat('vertretung');

    expect(standingOf([absent, own], 'vertretung')).toMatchObject({ seat: own, asDeputy: false });
    expect(standingOf([absent, { ...own, recused: {} }], 'vertretung')).toEqual({ may: false, why: 'recused' });
  });

  test('numbers name people as well as words, zero included', () => {
    expect(standingOf([{ holderId: 0, recused: null, deputyId: null }], 0)).toMatchObject({ may: true });
    expect(standingOf([{ holderId: 1, recused: null, deputyId: 0 }], 1)).toEqual({ may: false, why: 'deputyActs' });
  });
});

describe('Stepping in', () => {
  test.each([
    ['for a seat of the roll is possible', [present], null],
    ['again for the same seat is possible', [absent], null],
    ['for a seat that is not on the roll is not', [seat('andere')], 'noSuchSeat'],
    ['for a recused seat is not', [seat('mitglied', { recused: {} })], 'recused'],
    ['as the holder of another seat is not', [present, seat('vertretung')], 'holdsSeat'],
    ['for a second seat is not', [present, seat('andere', { deputyId: 'vertretung' })], 'deputyElsewhere'],
  ] as const)('%s', (_, seats, problem) => {
    expect(deputyProblem(seats, 'mitglied', 'vertretung')).toBe(problem);
  });

  test('for oneself is not possible', () => {
    expect(deputyProblem([present], 'mitglied', 'mitglied')).toBe('holdsSeat');
  });
});
