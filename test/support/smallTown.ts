/** A process with an open vote and an open round that run for 18 days, made at once: for suites that need a fresh one for each test. */

import type { MemberRole } from '../../src/domain/group/group.ts';
import type { GroupId, PersonId } from '../../src/domain/ids.ts';
import { addDays, localDateOf } from '../../src/domain/time/calendar.ts';
import { PROFILES } from '../../src/domain/vote/profile.ts';
import { textHash } from '../../src/domain/vote/textHash.ts';
import { scheduleRound } from '../../src/features/round/due/schedule.ts';
import { scheduleVote } from '../../src/features/vote/due/schedule.ts';
import type { Store, Tx } from '../../src/ports/store.ts';
import { makeProcess } from '../contract/store/scene.ts';
import { at } from './apps.ts';

/** `koordination-x`; `vorsitz-x`, `beirat-x`, `verein-x` in `steuerung-x`, `leitung-x` in `ag-x`; B-1 on E-1 with two Yes, the club's vote missing, and R-1. */
export function foundTown(store: Store, name: string, opened = at('2027-01-11T09:00')): Promise<void> {
  return store.transaction(async (tx) => {
    const process = { ...(await makeProcess(tx)), name };
    await tx.processes.update(process.id, { name });
    const deadline = { date: addDays(localDateOf(opened, process.zone), 18), time: null };
    const someone = async (who: string) => {
      const externalId = `${who}-${name}`;
      return tx.people.ensure({ platform: 'local', externalId, origin: 'local', handle: externalId }, externalId);
    };
    const founded = async (kind: 'steering' | 'working', room: string) => {
      const { id } = await roomOf(tx, `${room}-${name}`);
      await tx.rooms.bind(id, process.id);
      return tx.groups.create({ processId: process.id, kind, name: room, field: null, roomId: id });
    };
    await tx.processes.addCoordinator(process.id, (await someone('koordination')).id);
    const [steering, working] = [await founded('steering', 'steuerung'), await founded('working', 'ag')];
    const [chair, council] = [await someone('vorsitz'), await someone('beirat')];
    const [club, lead] = [await someone('verein'), await someone('leitung')];
    await join(tx, steering.id, chair.id, 'chair');
    await join(tx, steering.id, council.id, 'member');
    await join(tx, steering.id, club.id, 'member');
    await join(tx, working.id, lead.id, 'lead');
    const written = { title: 'Alle lernen', text: 'In jedem Stadtteil.' };
    const by = { processId: process.id, groupId: working.id, createdBy: lead.id, createdAt: opened };
    const result = await tx.results.create({ ...by, ...written, number: 1, kind: 'goal' });
    await tx.results.update(result.id, { state: 'submitted', submittedAt: opened });
    const hash = textHash(written.title, written.text);
    const vote = await tx.votes.create(
      {
        ...written,
        processId: process.id,
        groupId: steering.id,
        number: await tx.processes.nextNumber(process.id, 'vote'),
        resultId: result.id,
        resultVersion: result.version,
        resultKind: result.kind,
        textHash: hash,
        rule: PROFILES.beirat,
        deadline,
        openedBy: chair.id,
        openedAt: opened,
        secondCallOf: null,
        polls: true,
      },
      [chair, council, club].map(({ id }) => ({ holderId: id, chair: id === chair.id, kind: null })),
    );
    await scheduleVote(tx, process, vote);
    for (const { id } of [chair, council]) {
      const seat = { voteId: vote.id, holderId: id, castBy: id };
      await tx.votes.cast({ ...seat, choice: 'yes', reason: null, textHash: hash, at: opened });
    }
    const round = { processId: process.id, groupId: working.id, openedBy: lead.id, openedAt: opened, deadline };
    const number = await tx.processes.nextNumber(process.id, 'round');
    const open = await tx.rounds.create({ ...round, number, question: 'Was fehlt?', anonymity: 'named' });
    await scheduleRound(tx, process, open, opened);
  });
}

function roomOf(tx: Tx, name: string) {
  return tx.rooms.ensure({ platform: 'local', externalId: name, kind: 'channel', name });
}

async function join(tx: Tx, groupId: GroupId, personId: PersonId, role: MemberRole): Promise<void> {
  await tx.groups.setMember({ groupId, personId, role, deputyOf: null, kind: null, organisation: null });
}
