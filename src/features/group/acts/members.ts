/** Takes people into a group and out of it. */

import { postToGroup } from '../../../acting/announce.ts';
import { type GroupCaller, placeOf } from '../../../acting/caller.ts';
import { namesOf } from '../../../acting/names.ts';
import { record } from '../../../acting/record.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Group, MemberRole, Membership } from '../../../domain/group/group.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { StakeholderKind } from '../../../domain/person/stakeholder.ts';
import type { Tx } from '../../../ports/store.ts';
import { tellOfLinks } from '../../link/acts/notice.ts';
import { membersAddedCard } from '../cards/membersAdded.ts';
import { invite, withdrawInvitation } from './invite.ts';

export interface NewMembers {
  readonly people: readonly Person[];
  /** Null: the role they have, or member. */
  readonly role: MemberRole | null;
  readonly deputyOf: Person | null;
  readonly kind: StakeholderKind | null;
  readonly organisation: string;
}

/**
 * Who is in already keeps what is not named anew. People from elsewhere are asked first: gives those.
 * @throws Refusal `member.deputyOfWhom`, `member.deputyOfOutsider`, `member.deputyOfSelf`, `member.onlyCoordinator`,
 * `member.chairOfWorkingGroup`, `member.oneChair`, `invitation.open`, `invitation.declined`
 */
export async function addMembers(tx: Tx, caller: GroupCaller, input: NewMembers): Promise<readonly Person[]> {
  await checkDeputy(tx, caller, input);
  await checkRank(tx, caller, input);
  const elsewhere = await tx.people.elsewhere(
    placeOf(caller),
    input.people.map(({ id }) => id),
  );
  const [asked = [], joining = []] = [true, false].map((from) =>
    input.people.filter(({ id }) => elsewhere.has(id) === from),
  );
  // What was asked before does not change later what they are now.
  for (const person of joining) await withdrawInvitation(tx, caller, person);
  if (joining.length > 0) await takeIn(tx, caller, caller.group, { ...input, people: joining });
  for (const person of asked) await invite(tx, caller, person, membershipOf(caller.group, person, input, undefined));
  return asked;
}

/** Makes people members of the group at once, and tells it. `by` is on record for it. */
export async function takeIn(
  tx: Tx,
  by: Pick<GroupCaller, 'process' | 'person' | 'now'>,
  group: Group,
  input: NewMembers,
): Promise<void> {
  const before = await tx.groups.members(group.id);
  const added: Membership[] = [];
  const changed: Membership[] = input.role === 'chair' ? await unseatChair(tx, before, input) : [];
  for (const person of input.people) {
    const known = before.find((member) => member.personId === person.id);
    const membership = membershipOf(group, person, input, known);
    await tx.groups.setMember(membership);
    (known ? changed : added).push(membership);
  }
  const fact = await record(tx, by.process, by.now, by.person, 'group.add', {
    group: group.id,
    people: input.people.map((person) => person.token),
    role: input.role ?? 'member',
  });
  const names = await namesOf(
    tx,
    [...added, ...changed].flatMap((member) => [member.personId, member.deputyOf]),
  );
  const said = { group, added, changed, names };
  await postToGroup(tx, fact, group, null, (say) => membersAddedCard(say, said));
  await tellOfLinks(tx, fact, group, before, [...added, ...changed]);
}

function membershipOf(
  group: Pick<Group, 'id'>,
  person: Person,
  input: NewMembers,
  before: Membership | undefined,
): Membership {
  const role = input.role ?? before?.role ?? 'member';
  return {
    groupId: group.id,
    personId: person.id,
    role,
    deputyOf: role === 'deputy' ? (input.deputyOf?.id ?? before?.deputyOf ?? null) : null,
    kind: input.kind ?? before?.kind ?? null,
    organisation: input.organisation || (before?.organisation ?? null),
  };
}

/** There is one chair: whoever was it stays as a member. */
async function unseatChair(
  tx: Pick<Tx, 'groups'>,
  members: readonly Membership[],
  { people }: NewMembers,
): Promise<Membership[]> {
  const chair = members.find((member) => member.role === 'chair');
  if (!chair || people.some((person) => person.id === chair.personId)) return [];
  const unseated: Membership = { ...chair, role: 'member' };
  await tx.groups.setMember(unseated);
  return [unseated];
}

/** Whoever decides is taken in by the coordinator alone: nobody gives out seats of the steering group in passing. */
async function checkRank(tx: Pick<Tx, 'groups'>, caller: GroupCaller, { role, people }: NewMembers): Promise<void> {
  if (role === 'chair' && caller.group.kind !== 'steering') refuse('member.chairOfWorkingGroup');
  if (role === 'chair' && people.length > 1) refuse('member.oneChair');
  if (caller.coordinator) return;
  if (caller.group.kind === 'steering' || role === 'lead' || role === 'chair') refuse('member.onlyCoordinator');
  for (const person of people) {
    const known = await tx.groups.membership(caller.group.id, person.id);
    if (role !== null && known?.role === 'lead') refuse('member.onlyCoordinator');
  }
}

async function checkDeputy(tx: Tx, caller: GroupCaller, input: NewMembers): Promise<void> {
  if (input.role !== 'deputy') return;
  if (!input.deputyOf) refuse('member.deputyOfWhom');
  if (input.people.some((person) => person.id === input.deputyOf?.id)) refuse('member.deputyOfSelf');
  const seat = await tx.groups.membership(caller.group.id, input.deputyOf.id);
  if (!seat) refuse('member.deputyOfOutsider', { name: input.deputyOf.name });
}

/** Whoever was only asked so far is not asked any more. @throws Refusal `member.notIn`, `member.onlyCoordinator` */
export async function removeMembers(tx: Tx, caller: GroupCaller, people: readonly Person[]): Promise<void> {
  if (caller.group.kind === 'steering' && !caller.coordinator) refuse('member.onlyCoordinator');
  for (const person of people) {
    const asked = await withdrawInvitation(tx, caller, person);
    const member = await tx.groups.membership(caller.group.id, person.id);
    if (!asked && !member) refuse('member.notIn', { name: person.name });
    if (member) await tx.groups.removeMember(caller.group.id, person.id);
  }
  await record(tx, caller.process, caller.now, caller.person, 'group.remove', {
    group: caller.group.id,
    people: people.map((person) => person.token),
  });
}
