/** Whoever was asked to join a group says Yes or No. Whoever asked is told. */

import { editPersonal, tell } from '../../../acting/announce.ts';
import { belongs } from '../../../acting/belongs.ts';
import type { Caller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Group } from '../../../domain/group/group.ts';
import { type Invitation, isOpen } from '../../../domain/group/invitation.ts';
import type { Process } from '../../../domain/process/process.ts';
import { invitationTopic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { invitationOutcomeCard, settledInvitationCard } from '../cards/invitation.ts';
import { takeIn } from './members.ts';

export interface AnsweredInvitation {
  readonly group: Group;
  readonly process: Process;
  readonly agreed: boolean;
}

/** @param number null: the only one that is open. @throws Refusal `invitation.none`, `invitation.which`, `invitation.gone` */
export async function answerInvitation(
  tx: Tx,
  caller: Caller,
  number: number | null,
  agreed: boolean,
): Promise<AnsweredInvitation> {
  const { person, now } = caller;
  const invitation = await invitationMeant(tx, caller, number);
  const process = (await tx.processes.lock(invitation.processId)) ?? refuse('invitation.gone');
  const group = (await tx.groups.byId(invitation.groupId)) ?? refuse('invitation.gone');
  if (process.archivedAt || group.archivedAt) refuse('invitation.gone');
  // By another account of theirs: what they are there is not changed by the way.
  if (agreed && (await tx.groups.membership(group.id, person.id))) refuse('invitation.gone');
  await tx.invitations.answer(invitation.id, agreed ? 'agreed' : 'declined', now);
  const fact = await record(tx, process, now, person, agreed ? 'group.agree' : 'group.decline', { group: group.id });
  if (agreed) await join(tx, { process, person, now }, group, invitation);
  const answered = { group, process, agreed };
  await editPersonal(tx, fact, person.id, invitationTopic(invitation), (say) => settledInvitationCard(say, 'answered'));
  // Whoever asked may have left meanwhile, and then it is no business of theirs any more.
  if (await belongs(tx, process, invitation.invitedBy))
    await tell(tx, fact, [
      { personId: invitation.invitedBy, card: (say) => invitationOutcomeCard(say, answered, person) },
    ]);
  return answered;
}

async function join(
  tx: Tx,
  by: Pick<Caller, 'person' | 'now'> & { readonly process: Process },
  group: Group,
  { role, deputyOf, kind, organisation }: Invitation,
): Promise<void> {
  const seat = deputyOf === null ? null : await tx.groups.membership(group.id, deputyOf);
  if (deputyOf !== null && !seat) refuse('invitation.gone');
  const holder = deputyOf === null ? null : await tx.people.byId(deputyOf);
  await takeIn(tx, by, group, { people: [by.person], role, deputyOf: holder, kind, organisation: organisation ?? '' });
}

async function invitationMeant(tx: Tx, { person, now }: Caller, number: number | null): Promise<Invitation> {
  const all = await tx.invitations.ofPerson(person.id);
  if (number !== null) {
    const named = all.find(({ id }) => id === number) ?? refuse('invitation.none');
    return isOpen(named, now) ? named : refuse('invitation.gone');
  }
  const [only, ...more] = all.filter((invitation) => isOpen(invitation, now));
  if (!only) return refuse('invitation.none');
  return more.length === 0 ? only : refuse('invitation.which', { ids: [only, ...more].map(({ id }) => id).join(', ') });
}
