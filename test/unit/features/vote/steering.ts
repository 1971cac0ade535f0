/** A steering group of five with a deputy, and a submitted measure E-1, for the tests of votes. */

import type { GroupKind, Membership } from '../../../../src/domain/group/group.ts';
import type { PersonId, ProcessId } from '../../../../src/domain/ids.ts';
import { localTime } from '../../../../src/domain/time/calendar.ts';
import type { Tx } from '../../../../src/ports/store.ts';
import type { Conversation } from '../../../support/conversation.ts';

/** Monday; the default deadline is the Monday after. */
export const START = '2027-01-11T09:00';

const STEERING = ['vorsitz', 'amt', 'verein', 'beirat', 'ehrenamt'];

export function seatSteering({ store, now }: Conversation): Promise<void> {
  return store.transaction(async (tx) => {
    const process = await tx.processes.create({
      name: 'Integrationskonzept',
      region: 'BY-KATH',
      zone: 'Europe/Berlin',
      locale: 'de',
      digest: { weekday: 1, time: localTime('08:00') },
      voteProfile: 'beirat',
      example: false,
      createdAt: now(),
    });
    await tx.processes.addCoordinator(process.id, await someone(tx, 'koordination'));
    const steering = await group(tx, process.id, 'steering', 'steuerung');
    for (const name of STEERING) {
      await join(tx, steering, name, name === 'vorsitz' ? { role: 'chair' } : { role: 'member' });
    }
    await join(tx, steering, 'vertretung', { role: 'deputy', deputyOf: await someone(tx, 'verein') });
    const working = await group(tx, process.id, 'working', 'ag-bildung');
    await join(tx, working, 'leitung', { role: 'lead' });
    await someone(tx, 'fremd');
    await submit(tx, process.id, working, now());
  });
}

async function someone(tx: Tx, name: string): Promise<PersonId> {
  return (await tx.people.ensure({ platform: 'local', externalId: name, origin: 'local', handle: name }, name)).id;
}

async function group(tx: Tx, processId: ProcessId, kind: GroupKind, name: string) {
  const room = await tx.rooms.ensure({ platform: 'local', externalId: name, kind: 'channel', name });
  await tx.rooms.bind(room.id, processId);
  return (await tx.groups.create({ processId, kind, name, field: null, roomId: room.id })).id;
}

async function join(
  tx: Tx,
  groupId: Membership['groupId'],
  name: string,
  as: Pick<Membership, 'role'> & Partial<Membership>,
): Promise<void> {
  const personId = await someone(tx, name);
  await tx.groups.setMember({ groupId, personId, deputyOf: null, kind: null, organisation: null, ...as });
}

async function submit(tx: Tx, processId: ProcessId, groupId: Membership['groupId'], at: Date): Promise<void> {
  const result = await tx.results.create({
    processId,
    groupId,
    number: await tx.processes.nextNumber(processId, 'result'),
    kind: 'measure',
    title: 'Sprachcafé',
    text: 'Jeden Dienstag ein Sprachcafé.',
    createdBy: await someone(tx, 'leitung'),
    createdAt: at,
  });
  await tx.results.update(result.id, { state: 'submitted', submittedAt: at });
}

/** The vote as stored, with its roll and ballots. */
export function stored(conversation: Conversation, number = 1) {
  return conversation.store.transaction(async (tx) => {
    const [process] = await tx.processes.active();
    const vote = process && (await tx.votes.byNumber(process.id, number));
    if (!vote) throw new Error(`There is no vote ${number}`);
    const result = await tx.results.byId(vote.resultId);
    return { vote, result, seats: await tx.votes.seats(vote.id), ballots: await tx.votes.ballots(vote.id) };
  });
}
