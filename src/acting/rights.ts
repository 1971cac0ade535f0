/** Rights that hang on the group an object belongs to, wherever the command was typed. */
import { refuse } from '../domain/failure.ts';
import type { Membership } from '../domain/group/group.ts';
import type { GroupId } from '../domain/ids.ts';
import type { Tx } from '../ports/store.ts';
import type { ProcessCaller } from './caller.ts';

/** @throws Refusal `who.member` unless the person belongs to the group or coordinates the process */
export async function requireMember(
  tx: Pick<Tx, 'groups'>,
  caller: ProcessCaller,
  group: GroupId,
): Promise<Membership | null> {
  const membership = await tx.groups.membership(group, caller.person.id);
  return membership || caller.coordinator ? membership : refuse('who.member');
}

/** @throws Refusal `who.groupLead` unless the person leads or chairs the group, or coordinates the process */
export async function requireLead(tx: Pick<Tx, 'groups'>, caller: ProcessCaller, group: GroupId): Promise<void> {
  const membership = await tx.groups.membership(group, caller.person.id);
  const leads = membership?.role === 'lead' || membership?.role === 'chair';
  if (!leads && !caller.coordinator) refuse('who.groupLead');
}
