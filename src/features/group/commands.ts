/** `/group`: rooms become groups, people become members. */

import { inGroup, inProcess, voiceFor } from '../../acting/caller.ts';
import { namesOf } from '../../acting/names.ts';
import { sentence } from '../../cards/build.ts';
import { MEMBER_ROLES } from '../../domain/group/group.ts';
import { STAKEHOLDER_KINDS } from '../../domain/person/stakeholder.ts';
import { people, personAfter } from '../../grammar/args/people.ts';
import { title } from '../../grammar/args/text.ts';
import { choice, clause, flag } from '../../grammar/args/words.ts';
import { command, type Family } from '../../grammar/declaration.ts';
import { phrases } from '../../text/phrases.ts';
import { foundGroup } from './acts/found.ts';
import { archiveGroup, renameGroup } from './acts/manage.ts';
import { addMembers, removeMembers } from './acts/members.ts';
import { groupCard } from './cards/group.ts';
import { groupsCard } from './cards/groups.ts';
import { invitedCard } from './cards/invitation.ts';
import { membersRemovedCard } from './cards/membersRemoved.ts';
import { processOverview } from './read/overview.ts';

const steering = command({
  family: 'group',
  verb: 'steering',
  effect: 'changes',
  args: { name: title({ optional: true, greedy: true }) },
  who: 'coordinator',
  where: 'room',
  async run(tx, caller, { name }) {
    const known = inProcess(caller);
    const usual = phrases(known.process.locale).say('group.steeringName');
    await foundGroup(tx, known, { kind: 'steering', name: name || usual, field: null });
    return null;
  },
});

const found = command({
  family: 'group',
  verb: 'new',
  effect: 'changes',
  args: { name: title({ greedy: true }), field: clause('field') },
  who: 'coordinator',
  where: 'room',
  async run(tx, caller, { name, field }) {
    await foundGroup(tx, inProcess(caller), { kind: 'working', name, field: field || null });
    return null;
  },
});

const add = command({
  family: 'group',
  verb: 'add',
  effect: 'changes',
  args: {
    who: people(),
    role: choice(MEMBER_ROLES, { prefix: 'role', keyword: 'as', optional: true }),
    deputyOf: personAfter('of', 'deputyOf'),
    kind: choice(STAKEHOLDER_KINDS, { prefix: 'kind', keyword: 'kind', optional: true }),
    organisation: clause('org'),
  },
  who: 'groupLead',
  where: 'group',
  async run(tx, caller, args) {
    const known = inGroup(caller);
    const asked = await addMembers(tx, known, {
      people: args.who,
      role: args.role ?? (args.deputyOf ? 'deputy' : null),
      deputyOf: args.deputyOf,
      kind: args.kind,
      organisation: args.organisation,
    });
    return asked.length === 0 ? null : invitedCard(voiceFor(caller), asked, known.group);
  },
});

const remove = command({
  family: 'group',
  verb: 'remove',
  effect: 'changes',
  args: { who: people() },
  who: 'groupLead',
  where: 'group',
  async run(tx, caller, { who }) {
    const known = inGroup(caller);
    await removeMembers(tx, known, who);
    return membersRemovedCard(voiceFor(caller), known.group, who);
  },
});

const show = command({
  family: 'group',
  verb: 'show',
  effect: 'reads',
  args: {},
  who: 'member',
  where: 'group',
  async run(tx, caller) {
    const { group } = inGroup(caller);
    const members = await tx.groups.members(group.id);
    const names = await namesOf(
      tx,
      members.flatMap((member) => [member.personId, member.deputyOf]),
    );
    return groupCard(voiceFor(caller), { group, members, names, fresh: false });
  },
});

const list = command({
  family: 'group',
  verb: 'list',
  effect: 'reads',
  args: {},
  who: 'participant',
  where: 'process',
  async run(tx, caller) {
    const { groups } = await processOverview(tx, inProcess(caller));
    return groupsCard(voiceFor(caller), groups);
  },
});

const rename = command({
  family: 'group',
  verb: 'rename',
  effect: 'changes',
  args: { name: title({ greedy: true }) },
  who: 'groupLead',
  where: 'group',
  async run(tx, caller, { name }) {
    await renameGroup(tx, inGroup(caller), name);
    return sentence(voiceFor(caller).line('group.renamed', { name }));
  },
});

const archive = command({
  family: 'group',
  verb: 'archive',
  effect: 'ends',
  args: { confirmed: flag('confirm') },
  who: 'coordinator',
  where: 'group',
  asks: async (_tx, caller) => voiceFor(caller).line('group.askArchive', { name: inGroup(caller).group.name }),
  async run(tx, caller) {
    const known = inGroup(caller);
    await archiveGroup(tx, known);
    return sentence(voiceFor(caller).line('group.archived', { name: known.group.name }));
  },
});

export const groupFamily: Family = {
  name: 'group',
  bare: 'show',
  implied: null,
  commands: [steering, found, add, remove, show, list, rename, archive],
};
