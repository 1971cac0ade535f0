/** What a person is in every process, for linking accounts: also by a seat in an open vote of a group they have left. */

import type { PersonId } from '../../../domain/ids.ts';
import { type Office, officeOf, type Standing, weightiest } from '../../../domain/link/linking.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { AdoptionVote } from '../../../domain/vote/adoptionVote.ts';
import type { Tx } from '../../../ports/store.ts';

type Reads = Pick<Tx, 'processes' | 'groups' | 'votes'>;

/** In processes that are not archived. */
export async function standingOf(tx: Reads, person: PersonId): Promise<Standing> {
  const found = new Map<Process['id'], Office>();
  for (const process of await tx.processes.active()) {
    const office = weightiest(await officesIn(tx, process, person));
    if (office) found.set(process.id, office);
  }
  return found;
}

async function officesIn(tx: Reads, process: Process, person: PersonId): Promise<readonly Office[]> {
  const offices: Office[] = [];
  if ((await tx.processes.coordinators(process.id)).includes(person)) offices.push('coordinator');
  for (const { id, kind } of await tx.groups.ofProcess(process.id)) {
    const membership = await tx.groups.membership(id, person);
    if (membership) offices.push(officeOf(kind, membership.role));
  }
  for (const { part } of await openVotesOf(tx, process, person)) offices.push(part);
  return offices;
}

/** Open votes in which both have a part. */
export async function sharedOpenVotes(tx: Reads, one: PersonId, other: PersonId): Promise<readonly AdoptionVote[]> {
  const shared: AdoptionVote[] = [];
  for (const process of await tx.processes.active()) {
    const others = new Set((await openVotesOf(tx, process, other)).map(({ vote }) => vote.id));
    const ones = await openVotesOf(tx, process, one);
    shared.push(...ones.filter(({ vote }) => others.has(vote.id)).map(({ vote }) => vote));
  }
  return shared;
}

interface PartInVote {
  readonly vote: AdoptionVote;
  readonly part: Office;
}

/** In which the person holds a seat or is the deputy of one. */
async function openVotesOf(tx: Reads, process: Process, person: PersonId): Promise<readonly PartInVote[]> {
  const found: PartInVote[] = [];
  for (const group of await tx.groups.ofProcess(process.id)) {
    for (const vote of await tx.votes.openIn(group.id)) {
      const seats = await tx.votes.seats(vote.id);
      const held = seats.find(({ holderId }) => holderId === person);
      if (held) found.push({ vote, part: held.chair ? 'chair' : 'seat' });
      else if (seats.some(({ deputyId }) => deputyId === person)) found.push({ vote, part: 'seat' });
    }
  }
  return found;
}
