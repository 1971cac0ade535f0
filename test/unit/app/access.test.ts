/** Who may run a command and where, each case in a line. */
import { describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../src/acting/caller.ts';
import { checkAccess } from '../../../src/app/access.ts';
import { Refusal } from '../../../src/domain/failure.ts';
import type { RoomId } from '../../../src/domain/ids.ts';
import type { Where, WhoFirst } from '../../../src/grammar/declaration.ts';
import { callerWith, memberAs } from '../../support/caller.ts';

const ROLES = {
  stranger: { participant: false },
  'somebody in the room': {},
  coordinator: { coordinator: true },
  chair: { membership: memberAs('chair') },
  lead: { membership: memberAs('lead') },
  member: { membership: memberAs('member') },
  deputy: { membership: memberAs('deputy') },
  expert: { membership: memberAs('expert') },
  'first in an empty store': { process: null, group: null, maySetUp: true },
} satisfies Record<string, Partial<Caller>>;

type Role = keyof typeof ROLES;

const MAY: Readonly<Record<WhoFirst, readonly Role[]>> = {
  everyone: Object.keys(ROLES) as Role[],
  setup: ['coordinator', 'first in an empty store'],
  participant: Object.keys(ROLES).filter((role) => role !== 'stranger') as Role[],
  member: ['coordinator', 'chair', 'lead', 'member', 'deputy', 'expert'],
  groupLead: ['coordinator', 'chair', 'lead'],
  coordinator: ['coordinator'],
};

const direct = {
  id: 9 as RoomId,
  platform: 'local',
  externalId: 'dm/x',
  kind: 'direct',
  name: 'dm',
  processId: null,
} as const;

const PLACES = {
  'the room of a group': {},
  'a room of no group': { group: null, membership: null },
  'a room of no process': { process: null, group: null, membership: null },
  'a direct chat, in one group': { room: direct },
  'a direct chat, in no group or several': { room: direct, group: null, membership: null },
} satisfies Record<string, Partial<Caller>>;

type Place = keyof typeof PLACES;

const GOES: Readonly<Record<Where, readonly Place[]>> = {
  anywhere: Object.keys(PLACES) as Place[],
  process: Object.keys(PLACES).filter((place) => place !== 'a room of no process') as Place[],
  group: ['the room of a group', 'a direct chat, in one group'],
  room: ['the room of a group', 'a room of no group', 'a room of no process'],
};

function refusal(who: WhoFirst, where: Where, caller: Caller): string | null {
  try {
    checkAccess({ who, where }, caller);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code;
    throw error;
  }
}

describe.each(Object.keys(MAY) as WhoFirst[])('what %s may do', (who) => {
  test.each(Object.keys(ROLES) as Role[])('is asked of: %s', (role) => {
    const nowhere = who === 'coordinator' && role === 'first in an empty store';
    const denied = nowhere ? 'process.none' : `who.${who}`;
    const expected = MAY[who].includes(role) ? null : denied;

    expect(refusal(who, 'anywhere', callerWith(ROLES[role]))).toBe(expected);
  });
});

const WHY: Readonly<Record<Where, readonly string[]>> = {
  anywhere: [],
  process: ['process.notYours'],
  group: ['process.notYours', 'group.none'],
  room: ['place.room'],
};

describe.each(Object.keys(GOES) as Where[])('what goes in %s', (where) => {
  test.each(Object.keys(PLACES) as Place[])('is tried in %s', (place) => {
    const code = refusal('everyone', where, callerWith(PLACES[place]));

    if (GOES[where].includes(place)) expect(code).toBeNull();
    else expect(WHY[where]).toContain(code);
  });
});

test('the place is told before the person: whoever is in the wrong room learns where it goes', () => {
  expect(refusal('coordinator', 'room', callerWith({ room: direct }))).toBe('place.room');
});
