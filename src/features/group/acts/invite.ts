/** Asks somebody from elsewhere to join a group. Until they agree they learn nothing of the process but that. */

import { editPersonal, tell } from '../../../acting/announce.ts';
import type { GroupCaller } from '../../../acting/caller.ts';
import { namesOf } from '../../../acting/names.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Membership } from '../../../domain/group/group.ts';
import { INVITATION_DAYS, isOpen, isRefused } from '../../../domain/group/invitation.ts';
import type { Person } from '../../../domain/person/person.ts';
import { invitationTopic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { invitationCard, settledInvitationCard } from '../cards/invitation.ts';

/** @throws Refusal `invitation.open` while an answer is awaited, `invitation.declined` soon after a No */
export async function invite(tx: Tx, caller: GroupCaller, person: Person, membership: Membership): Promise<void> {
  const { process, group, now } = caller;
  const before = await tx.invitations.latest(group.id, person.id);
  if (before && isOpen(before, now)) refuse('invitation.open', { name: person.name });
  if (before && isRefused(before, now)) refuse('invitation.declined', { name: person.name, days: INVITATION_DAYS });
  const invitation = await tx.invitations.create({
    ...membership,
    processId: process.id,
    invitedBy: caller.person.id,
    invitedAt: now,
  });
  const fact = await record(tx, process, now, caller.person, 'group.invite', {
    group: group.id,
    person: person.token,
    role: membership.role,
  });
  const names = await namesOf(tx, [caller.person.id, membership.deputyOf]);
  const view = { invitation, group, process, names };
  await tell(tx, fact, [
    { personId: person.id, topic: invitationTopic(invitation), card: (say) => invitationCard(say, view) },
  ]);
}

/** False when nothing is open. */
export async function withdrawInvitation(tx: Tx, caller: GroupCaller, person: Person): Promise<boolean> {
  const { process, group, now } = caller;
  const invitation = await tx.invitations.latest(group.id, person.id);
  if (!invitation || !isOpen(invitation, now)) return false;
  await tx.invitations.answer(invitation.id, 'withdrawn', now);
  const fact = await record(tx, process, now, caller.person, 'group.uninvite', {
    group: group.id,
    person: person.token,
  });
  await editPersonal(tx, fact, person.id, invitationTopic(invitation), (say) =>
    settledInvitationCard(say, 'withdrawn'),
  );
  return true;
}
