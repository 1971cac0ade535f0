/** What is known of rooms: who may do what, what people are called, whose invitations are welcome. */
import { describe, expect, test } from '@jest/globals';
import { isWelcome } from '../../../../adapters/matrix/rooms/invitations.ts';
import { cleanName, shownName } from '../../../../adapters/matrix/rooms/names.ts';
import { maySend, powerOf } from '../../../../adapters/matrix/rooms/power.ts';
import { applyEvent, emptyState, present, type RoomState } from '../../../../adapters/matrix/rooms/state.ts';

const MAKER = '@maker:example.org';
const SECOND = '@second:example.org';
const OTHER = '@other:example.org';

function roomOf(
  ...events: readonly (readonly [type: string, content: Record<string, unknown>, key?: string])[]
): RoomState {
  const state = emptyState();
  for (const [type, content, key = ''] of events) applyEvent(state, { type, content, state_key: key, sender: MAKER });
  return state;
}

describe('power', () => {
  test('the creators of a room since version 12 stand above all levels, though no list names them', () => {
    const state = roomOf(
      ['m.room.create', { room_version: '12', additional_creators: [SECOND] }],
      ['m.room.power_levels', { users: { [OTHER]: 100 }, events_default: 50 }],
    );

    expect([MAKER, SECOND, OTHER].map((id) => powerOf(state, id))).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      100,
    ]);
  });

  test('before version 12 the creator is one of the list, and without a list has 100', () => {
    const bare = roomOf(['m.room.create', { room_version: '10' }]);
    const listed = roomOf(['m.room.create', { room_version: '11' }], ['m.room.power_levels', { users_default: 5 }]);

    expect([powerOf(bare, MAKER), powerOf(bare, OTHER)]).toEqual([100, 0]);
    expect(powerOf(listed, MAKER)).toBe(5);
  });

  test('levels that older rooms hold as text count as numbers', () => {
    const state = roomOf([
      'm.room.power_levels',
      { users: { [OTHER]: '50' }, events: { 'm.reaction': '60' }, events_default: '10' },
    ]);

    expect(maySend(state, OTHER, 'm.room.message')).toBe(true);
    expect(maySend(state, OTHER, 'm.reaction')).toBe(false);
    expect(maySend(state, MAKER, 'm.room.message')).toBe(false);
  });
});

describe('names', () => {
  const state = roomOf(
    ['m.room.member', { membership: 'join', displayname: 'Amina' }, '@amina:example.org'],
    ['m.room.member', { membership: 'join', displayname: 'Amina' }, '@other:example.org'],
    ['m.room.member', { membership: 'join', displayname: 'Berk' }, '@berk:elsewhere.org'],
    ['m.room.member', { membership: 'join', displayname: 'Çem' }, '@_slack_cem:example.org'],
    ['m.room.member', { membership: 'join' }, '@ohne:example.org'],
  );

  test.each([
    ['@amina:example.org', 'Amina (@amina:example.org)'],
    ['@berk:elsewhere.org', 'Berk (elsewhere.org)'],
    ['@_slack_cem:example.org', 'Çem (Bridge)'],
    ['@ohne:example.org', 'ohne'],
    ['@nie:example.org', 'nie'],
  ])('%s is shown as %s', (id, shown) => {
    expect(shownName(state, id, 'example.org')).toBe(shown);
  });

  test('a display name is one line of ordinary length that cannot turn the text around', () => {
    expect(cleanName('A\nB \u202eC', '@x:y')).toBe('A B C');
    expect(cleanName('  \u2067 ', '@x:y')).toBe('x');
    expect([...cleanName('👩‍👩‍👧'.repeat(200), '@x:y')].length).toBeLessThan(600);
  });
});

test('who left is no longer present; who is invited is', () => {
  const state = roomOf(
    ['m.room.member', { membership: 'join' }, MAKER],
    ['m.room.member', { membership: 'invite' }, SECOND],
    ['m.room.member', { membership: 'leave' }, OTHER],
  );

  expect(present(state)).toEqual([MAKER, SECOND]);
});

test('a room stays encrypted, whatever a later event says', () => {
  expect(roomOf(['m.room.encryption', { algorithm: 'x' }], ['m.room.encryption', {}]).encrypted).toBe(true);
});

test('state whose content is not as it should be changes nothing', () => {
  const state = roomOf(
    ['m.room.name', { name: 7 }],
    ['m.room.power_levels', { users: 'all' }],
    ['m.room.member', {}, MAKER],
  );

  expect({ ...state, members: [...state.members] }).toEqual({ ...emptyState(), members: [] });
});

test.each([
  ['@a:example.org', [], true],
  ['@a:elsewhere.org', [], false],
  ['@a:elsewhere.org', ['elsewhere.org'], true],
  ['@b:third.org', ['@a:third.org'], false],
  ['@a:third.org', ['@a:third.org'], true],
  ['@a:example.org', ['elsewhere.org'], false],
] as const)('an invitation from %s with %j is welcome: %j', (inviter, from, welcome) => {
  expect(isWelcome(inviter, '@mitwirk:example.org', from)).toBe(welcome);
});
