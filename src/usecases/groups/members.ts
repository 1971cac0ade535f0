/** Takes people into a group and out of it. */
import { membersAddedCard } from '../../cards/group/membersAdded.ts';
import { refuse } from '../../domain/failure.ts';
import type { MemberRole, Membership } from '../../domain/group.ts';
import type { Person } from '../../domain/person.ts';
import type { StakeholderKind } from '../../domain/stakeholder.ts';
import type { Tx } from '../../ports/store.ts';
import { postToGroup } from '../announce.ts';
import type { GroupCaller } from '../caller.ts';
import { namesOf } from '../names.ts';
import { record } from '../record.ts';

export interface NewMembers {
  readonly people: readonly Person[];
  readonly role: MemberRole;
  readonly deputyOf: Person | null;
  readonly kind: StakeholderKind | null;
  readonly organisation: string;
}

/**
 * Who is in already keeps what is not named anew.
 * @throws Refusal `member.deputyOfWhom`, `member.deputyOfOutsider`, `member.deputyOfSelf`, `member.onlyCoordinator`
 */
export async function addMembers(tx: Tx, caller: GroupCaller, input: NewMembers): Promise<void> {
  await checkDeputy(tx, caller, input);
  await checkRank(tx, caller, input);
  const added: Membership[] = [];
  for (const person of input.people) {
    const before = await tx.groups.membership(caller.group.id, person.id);
    const membership: Membership = {
      groupId: caller.group.id,
      personId: person.id,
      role: input.role,
      deputyOf: input.deputyOf?.id ?? null,
      kind: input.kind ?? before?.kind ?? null,
      organisation: input.organisation || (before?.organisation ?? null),
    };
    await tx.groups.setMember(membership);
    added.push(membership);
  }
  const fact = await record(tx, caller.process, caller.now, caller.person, 'group.add', {
    group: caller.group.id,
    people: input.people.map((person) => person.token),
    role: input.role,
  });
  const names = await namesOf(
    tx,
    added.flatMap((member) => [member.personId, member.deputyOf]),
  );
  await postToGroup(tx, fact, caller.group, null, (say) => membersAddedCard(say, caller.group, added, names));
}

/** Whoever decides is taken in by the coordinator alone: nobody gives out seats of the steering group in passing. */
async function checkRank(tx: Tx, caller: GroupCaller, { role }: NewMembers): Promise<void> {
  const given = caller.group.kind === 'steering' || role === 'lead' || role === 'chair';
  if (given && !caller.coordinator) refuse('member.onlyCoordinator');
  if (role === 'chair' && caller.group.kind !== 'steering') refuse('member.chairOfWorkingGroup');
  if (role !== 'chair') return;
  const chair = (await tx.groups.members(caller.group.id)).find((member) => member.role === 'chair');
  if (chair) await tx.groups.setMember({ ...chair, role: 'member' });
}

async function checkDeputy(tx: Tx, caller: GroupCaller, input: NewMembers): Promise<void> {
  if (input.role !== 'deputy') return;
  if (!input.deputyOf) refuse('member.deputyOfWhom');
  if (input.people.some((person) => person.id === input.deputyOf?.id)) refuse('member.deputyOfSelf');
  const seat = await tx.groups.membership(caller.group.id, input.deputyOf.id);
  if (!seat) refuse('member.deputyOfOutsider', { name: input.deputyOf.name });
}

/** @throws Refusal `member.notIn`, `member.onlyCoordinator` */
export async function removeMembers(tx: Tx, caller: GroupCaller, people: readonly Person[]): Promise<void> {
  if (caller.group.kind === 'steering' && !caller.coordinator) refuse('member.onlyCoordinator');
  for (const person of people) {
    if (!(await tx.groups.membership(caller.group.id, person.id))) refuse('member.notIn', { name: person.name });
    await tx.groups.removeMember(caller.group.id, person.id);
  }
  await record(tx, caller.process, caller.now, caller.person, 'group.remove', {
    group: caller.group.id,
    people: people.map((person) => person.token),
  });
}
