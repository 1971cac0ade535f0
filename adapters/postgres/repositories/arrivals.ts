/** Who sent an event and where, and what they are there: one statement, asked with every event. */
import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Group } from '../../../src/domain/group/group.ts';
import type { ProcessId } from '../../../src/domain/ids.ts';
import type { Address, Arrivals } from '../../../src/ports/store/arrivals.ts';
import { GROUP, inOrder, MEMBERSHIP } from '../rows/group.ts';
import { withInstants } from '../rows/json.ts';
import { PERSON, toPerson } from '../rows/person.ts';
import { PROCESS, toProcess } from '../rows/process.ts';
import { ROOM } from '../rows/room.ts';
import type { Db } from '../tables/tables.ts';

export function createArrivals(db: Db): Arrivals {
  return {
    async read(address) {
      const row = await asked(db, address);
      const groups = inOrder(row.groups.map(withInstants));
      const belonging = (group: Group) => ({
        group,
        membership: row.memberships.find(({ groupId }) => groupId === group.id) ?? null,
      });
      return {
        handled: row.handled,
        account: row.account,
        person: row.person && toPerson(withInstants(row.person)),
        room: row.room,
        chosen: row.chosen,
        roomGroup: row.roomGroup && belonging(withInstants(row.roomGroup)),
        own: row.own.map((process) => toProcess(withInstants(process))),
        around: row.around.map((process) => toProcess(withInstants(process))),
        standings: row.concerned.map(({ id }) => ({
          processId: id,
          coordinator: row.coordinated.some(({ process_id }) => process_id === id),
          guest: row.visited.some(({ process_id }) => process_id === id),
          belongings: groups.filter(({ processId }) => processId === id).map(belonging),
        })),
        anyActive: row.anyActive,
      };
    },
  };
}

function asked(db: Db, { platform, key, sender, room }: Address) {
  return (
    db
      .with('account', (query) =>
        query
          .selectFrom('mitwirk.identities')
          .select(['person_id', 'handle', 'origin', 'name'])
          .where('platform', '=', platform)
          .where('external_id', '=', sender),
      )
      .with('here', (query) =>
        query
          .selectFrom('mitwirk.rooms')
          .select([...ROOM, 'chosen_id'])
          .where('platform', '=', platform)
          .where('external_id', '=', room),
      )
      .with('own', (query) =>
        query
          .selectFrom('mitwirk.participants')
          .innerJoin('account', 'account.person_id', 'mitwirk.participants.person_id')
          .select('process_id')
          .distinct()
          .where('belongs', '=', true),
      )
      // Of a room without a process those of its spaces, in the order in which the spaces are shown.
      .with(
        'around',
        () => sql<{ process_id: ProcessId; place: number }>`(
          select "processId" as process_id, 0 as place from here where "processId" is not null
          union all
          select process_id, min(place)::int from (
            select process_id, row_number() over (order by name, id) as place from mitwirk.spaces
            where platform = ${platform} and process_id is not null
              and id in (select space_id from mitwirk.space_rooms where external_id = ${room})
          ) as spaces
          where exists (select from here where "processId" is null and kind <> 'direct')
          group by process_id)`,
      )
      .with(
        'concerned',
        () => sql<{ id: ProcessId }>`(select process_id as id from own union select process_id from around)`,
      )
      .with('own_groups', (query) =>
        query
          .selectFrom('mitwirk.memberships')
          .select(MEMBERSHIP)
          .where('person_id', '=', (by) => by.selectFrom('account').select('account.person_id')),
      )
      .with('room_group', (query) =>
        query
          .selectFrom('mitwirk.groups')
          .innerJoin('here', 'here.id', 'mitwirk.groups.room_id')
          .select('mitwirk.groups.id')
          .where('archived_at', 'is', null)
          .where('here.kind', '<>', 'direct'),
      )
      .selectNoFrom((of) => [
        jsonObjectFrom(
          of.selectFrom('mitwirk.events').select('answer').where('platform', '=', platform).where('key', '=', key),
        ).as('handled'),
        jsonObjectFrom(of.selectFrom('account').select(['handle', 'origin', 'name'])).as('account'),
        jsonObjectFrom(
          of
            .selectFrom('mitwirk.people')
            .select(PERSON)
            .where('id', '=', (by) => by.selectFrom('account').select('person_id')),
        ).as('person'),
        jsonObjectFrom(of.selectFrom('here').select(['id', 'platform', 'externalId', 'kind', 'name', 'processId'])).as(
          'room',
        ),
        of.selectFrom('here').select('chosen_id').as('chosen'),
        jsonObjectFrom(
          of
            .selectFrom('mitwirk.groups')
            .select(GROUP)
            .where('id', '=', (by) => by.selectFrom('room_group').select('room_group.id')),
        ).as('roomGroup'),
        jsonArrayFrom(
          of
            .selectFrom('mitwirk.processes')
            .select(PROCESS)
            .where('archived_at', 'is', null)
            .where('id', 'in', (by) => by.selectFrom('own').select('process_id'))
            .orderBy('id'),
        ).as('own'),
        jsonArrayFrom(
          of
            .selectFrom('mitwirk.processes')
            .innerJoin('around', 'around.process_id', 'mitwirk.processes.id')
            .select(PROCESS)
            .orderBy('place'),
        ).as('around'),
        jsonArrayFrom(of.selectFrom('concerned').select('id')).as('concerned'),
        jsonArrayFrom(
          of
            .selectFrom('mitwirk.coordinators')
            .innerJoin('account', 'account.person_id', 'mitwirk.coordinators.person_id')
            .select('process_id'),
        ).as('coordinated'),
        jsonArrayFrom(
          of
            .selectFrom('mitwirk.guests')
            .innerJoin('account', 'account.person_id', 'mitwirk.guests.person_id')
            .select('process_id'),
        ).as('visited'),
        jsonArrayFrom(
          of
            .selectFrom('mitwirk.groups')
            .select(GROUP)
            .where('archived_at', 'is', null)
            .where('process_id', 'in', (by) => by.selectFrom('concerned').select('concerned.id'))
            .where('id', 'in', (by) => by.selectFrom('own_groups').select('own_groups.groupId')),
        ).as('groups'),
        jsonArrayFrom(of.selectFrom('own_groups').selectAll()).as('memberships'),
        of
          .exists(of.selectFrom('mitwirk.processes').select('id').where('archived_at', 'is', null))
          .$castTo<boolean>()
          .as('anyActive'),
      ])
      .executeTakeFirstOrThrow()
  );
}
