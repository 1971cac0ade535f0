/** Somebody who types a command, for tests of the grammar: no store behind, everybody who is mentioned exists. */

import type { Caller } from '../../src/acting/caller.ts';
import type { Group, MemberRole, Membership } from '../../src/domain/group/group.ts';
import type { GroupId, PersonId, ProcessId, RoomId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person/person.ts';
import type { Process } from '../../src/domain/process/process.ts';
import { localTime } from '../../src/domain/time/calendar.ts';
import type { ReadContext } from '../../src/grammar/args/spec.ts';

/** A Monday. */
export const NOW = new Date('2027-01-11T09:00:00+01:00');

export const PROCESS: Process = {
  id: 1 as ProcessId,
  name: 'Integrationskonzept',
  region: 'BY-KATH',
  zone: 'Europe/Berlin',
  locale: 'de',
  digest: { weekday: 1, time: localTime('08:00') },
  voteProfile: 'beirat',
  polls: false,
  example: false,
  createdAt: NOW,
  archivedAt: null,
};

export const GROUP: Group = {
  id: 1 as GroupId,
  processId: PROCESS.id,
  kind: 'working',
  name: 'AG Bildung',
  field: 'Bildung',
  roomId: 1 as RoomId,
  archivedAt: null,
};

export function somebody(id: number, name: string): Person {
  return {
    id: id as PersonId,
    token: `token-${id}`,
    name,
    locale: null,
    zone: null,
    absence: null,
    reminders: true,
    erasedAt: null,
  };
}

export function memberAs(role: MemberRole): Membership {
  return { groupId: GROUP.id, personId: 1 as PersonId, role, deputyOf: null, kind: null, organisation: null };
}

/** In the group's room, without any role unless told otherwise. */
export function callerWith(change: Partial<Caller> = {}): Caller {
  return {
    now: NOW,
    platform: 'local',
    person: somebody(1, 'Koordination'),
    locale: 'de',
    room: { id: 1 as RoomId, platform: 'local', externalId: 'ag', kind: 'channel', name: 'ag', processId: PROCESS.id },
    permalink: null,
    process: PROCESS,
    origin: 'local',
    told: true,
    own: [PROCESS],
    rivals: [],
    standings: [],
    roomGroup: { group: GROUP, membership: null },
    anyActive: true,
    mayBegin: false,
    coordinator: false,
    participant: true,
    group: GROUP,
    membership: null,
    maySetUp: false,
    defaults: { locale: 'de', zone: 'Europe/Berlin' },
    ...change,
  };
}

/** Everybody who is named is a person of their own, always the same one. */
export function reading(change: Partial<Caller> = {}): ReadContext {
  return {
    caller: callerWith(change),
    person: async (name) => somebody(numberOf(name.toLowerCase()), name.toLowerCase()),
  };
}

function numberOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);
}
