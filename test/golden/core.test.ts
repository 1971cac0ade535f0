/** The cards about process, group and person, the refusal and the help, as plain text in both languages, with text that looks like markup. */
import { describe, expect, test } from '@jest/globals';
import { refusalCard } from '../../src/cards/refusal.ts';
import type { Group, Membership } from '../../src/domain/group/group.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { PlacedRoom } from '../../src/domain/process/space.ts';
import type { InputRound } from '../../src/domain/round/inputRound.ts';
import type { Task } from '../../src/domain/task/task.ts';
import { localDate } from '../../src/domain/time/calendar.ts';
import type { AdoptionVote } from '../../src/domain/vote/adoptionVote.ts';
import { families } from '../../src/features/families.ts';
import { groupCard } from '../../src/features/group/cards/group.ts';
import { groupsCard } from '../../src/features/group/cards/groups.ts';
import { membersAddedCard } from '../../src/features/group/cards/membersAdded.ts';
import { membersRemovedCard } from '../../src/features/group/cards/membersRemoved.ts';
import { myDataCard } from '../../src/features/me/cards/data.ts';
import { myOverviewCard } from '../../src/features/me/cards/overview.ts';
import { askFirstCard } from '../../src/features/mitwirk/cards/ask.ts';
import { auditCard } from '../../src/features/mitwirk/cards/audit.ts';
import { familyHelp, overviewHelp } from '../../src/features/mitwirk/help.ts';
import { processChangedCard } from '../../src/features/process/cards/changed.ts';
import { dueFailingCard } from '../../src/features/process/cards/dueFailing.ts';
import { processCard } from '../../src/features/process/cards/process.ts';
import { processReadyCard } from '../../src/features/process/cards/ready.ts';
import { type SpaceCardData, spaceCard } from '../../src/features/space/cards/space.ts';
import type { Card } from '../../src/message/model.ts';
import type { Phrases } from '../../src/text/phrases.ts';
import { GROUP, PROCESS, somebody } from '../support/caller.ts';
import { inEveryLanguage, STAR } from '../support/goldens.ts';

const CHAIR = 1 as PersonId;
const ASSOCIATION = 2 as PersonId;
const DEPUTY = 3 as PersonId;
const GONE = 9 as PersonId;
const names = new Map([
  [CHAIR, 'Vorsitz'],
  [ASSOCIATION, `Verein ${STAR}`],
  [DEPUTY, 'Vertretung'],
]);

const member = (personId: PersonId, change: Partial<Membership> = {}): Membership => ({
  groupId: GROUP.id,
  personId,
  role: 'member',
  deputyOf: null,
  kind: null,
  organisation: null,
  ...change,
});

const members = [
  member(CHAIR, { role: 'chair', kind: 'administration', organisation: 'Rathaus' }),
  member(ASSOCIATION, { kind: 'migrantOrganisations', organisation: STAR }),
  member(DEPUTY, { role: 'deputy', deputyOf: ASSOCIATION }),
  member(GONE, { role: 'expert', kind: 'education' }),
];
const starred: Group = { ...GROUP, name: STAR, field: STAR };
const steering: Group = { ...GROUP, kind: 'steering', name: 'Steuerungsgruppe', field: null };
const groups = [
  { group: steering, members },
  { group: starred, members: members.slice(0, 1) },
  { group: { ...GROUP, name: 'AG Wohnen', field: null }, members: [] },
];
const HASH = 'da254eda5dfbc99b2c8483f7079ac7f1e0abb768668b8a84bf2f0527be76098f';
const deadline = { date: localDate('2027-01-22'), time: null };
const task = { number: 3, text: STAR, due: deadline } as Task;
const overview = { name: 'Vorsitz', today: localDate('2027-01-11'), tasks: [], votes: [], rounds: [], groups: [] };
const figures = { openTasks: 1, openRounds: 2, openVotes: 0, auditHead: HASH, names };

const room = (name: string | null, change: Partial<PlacedRoom> = {}): PlacedRoom => ({
  externalId: 'room',
  name,
  address: 'https://example.org/room',
  inside: true,
  processId: null,
  group: null,
  ...change,
});
const space: SpaceCardData = {
  space: { name: STAR, inSight: true },
  process: STAR,
  fresh: true,
  settled: [room(STAR, { group: STAR })],
  free: [room(STAR), room('Raum „Mitte“', { address: null })],
  outside: [room('Vorstand', { inside: false, group: 'AG Wohnen' }), room(null, { inside: false })],
  others: 2,
  hasSteering: false,
};
const nothingIn = { settled: [], free: [], outside: [], others: 0, hasSteering: true, fresh: false };

const CARDS: Readonly<Record<string, (say: Phrases) => Card>> = {
  'a process that is set up': (say) => processReadyCard(say, { ...PROCESS, name: STAR }),
  'a process without a region': (say) => processReadyCard(say, { ...PROCESS, region: null }),
  'a space and its rooms': (say) => spaceCard(say, space),
  'a space in which there is nothing': (say) => spaceCard(say, { ...space, ...nothingIn }),
  'a space that is out of sight': (say) =>
    spaceCard(say, { ...space, ...nothingIn, space: { name: 'Stadt', inSight: false } }),
  'the whole process': (say) =>
    processCard(say, {
      ...figures,
      process: { ...PROCESS, name: STAR },
      coordinators: [CHAIR, ASSOCIATION, GONE],
      groups,
    }),
  'an empty example process': (say) =>
    processCard(say, {
      ...figures,
      process: { ...PROCESS, region: null, example: true },
      coordinators: [CHAIR],
      groups: [],
    }),
  'a setting changed': (say) => processChangedCard(say, 'setting.name', { name: STAR }),
  'a language chosen': (say) => processChangedCard(say, 'setting.language', { locale: 'en' }),
  'polls switched on': (say) => processChangedCard(say, 'setting.polls', { polls: true }),
  'a rule chosen': (say) => processChangedCard(say, 'setting.rule', { voteProfile: 'zwei-drittel' }),
  'a sound log': (say) => auditCard(say, { ok: true, head: HASH }, 1),
  'a broken log': (say) => auditCard(say, { ok: false, sequence: 17 }, 45),
  'a new steering group': (say) => groupCard(say, { group: steering, members: [], names, fresh: true }),
  'a new working group': (say) => groupCard(say, { group: starred, members: [], names, fresh: true }),
  'a steering group with its members': (say) => groupCard(say, { group: steering, members, names, fresh: false }),
  'a working group with its members': (say) => groupCard(say, { group: starred, members, names, fresh: false }),
  'all groups': (say) => groupsCard(say, groups),
  'no group': (say) => groupsCard(say, []),
  'people taken in': (say) => membersAddedCard(say, { group: starred, added: members, changed: [], names }),
  'a new chair, and the old one': (say) =>
    membersAddedCard(say, {
      group: steering,
      added: members.slice(0, 1),
      changed: [member(ASSOCIATION)],
      names,
    }),
  'one person taken out': (say) => membersRemovedCard(say, starred, [somebody(2, STAR)]),
  'two people taken out': (say) => membersRemovedCard(say, steering, [somebody(1, 'Vorsitz'), somebody(2, STAR)]),
  'nothing to do': (say) => myOverviewCard(say, overview),
  'everything that waits': (say) =>
    myOverviewCard(say, {
      ...overview,
      name: STAR,
      tasks: [task, { ...task, number: 4, due: null }],
      votes: [{ number: 1, title: STAR, deadline } as AdoptionVote],
      rounds: [{ number: 2, question: STAR, deadline } as InputRound],
      groups: [
        { group: steering, membership: member(CHAIR, { role: 'chair' }) },
        { group: starred, membership: null },
      ],
    }),
  'what is stored': (say) =>
    myDataCard(say, {
      person: { ...somebody(1, STAR), locale: 'en', zone: 'Europe/London' },
      identities: [
        { platform: 'local', externalId: 'vorsitz' },
        { platform: 'slack', externalId: 'U123' },
      ],
      linked: true,
      groups: 1,
      tasks: 2,
      contributions: 1,
      votes: 0,
    }),
  'a refusal that points at a word': (say) =>
    refusalCard(
      say,
      { code: 'args.extra', params: { word: STAR }, at: { start: 15, end: 15 + STAR.length } },
      `/gruppe zeigen ${STAR}`,
      { family: 'group', verb: 'add' },
    ),
  'a refusal that points behind the second line': (say) =>
    refusalCard(say, { code: 'text.missing', at: { start: 30, end: 30 } }, '/aufgabe\nkommentar\nA-3', null),
  'a refusal of a form': (say) =>
    refusalCard(say, { code: 'choice.unknown', params: { word: '', choices: 'a, b' } }, null, null),
  'a refusal with a near word, and one without': (say) => {
    const refusal = (nearest: string) =>
      refusalCard(say, { code: 'command.verb', params: { word: 'x', nearest, family: 'task' } }, null, null);
    return { ...refusal('done'), body: [...refusal('done').body, ...refusal('').body] };
  },
  'a fault': (say) => refusalCard(say, { code: 'fault', params: { reference: 'A1B2C3' } }, null, null),
  'a store that is away': (say) =>
    refusalCard(say, { code: 'store.unavailable', params: { reference: 'A1B2C3' } }, null, null),
  'what goes on failing, whatever it is': (say) =>
    dueFailingCard(
      say,
      [
        { kind: 'vote.close', id: 'B-3' },
        { kind: 'vote.lastCall', id: 'B-4' },
        { kind: 'round.close', id: null },
        { kind: 'round.halfTime', id: 'R-2' },
        { kind: 'task.due', id: 'A-12' },
        { kind: 'task.overdue', id: 'A-12' },
        { kind: 'task.week', id: null },
        { kind: 'digest', id: null },
      ],
      'A1B2C3',
    ),
  'more that goes on failing than is shown': (say) => {
    const many = Array.from({ length: 12 }, (_, n) => ({ kind: 'task.due' as const, id: `A-${n}` }));
    return dueFailingCard(say, many, 'A1B2C3');
  },
  help: (say) => overviewHelp(say, families),
  'help on groups': (say) => familyHelp(say, families, 'group'),
  'a question before something ends': (say) =>
    askFirstCard(say, say.line('process.askArchive', { name: STAR }), 'F-12'),
};

describe('in every language', () => {
  test.each(Object.keys(CARDS))('%s', (name) => {
    expect(CARDS[name] && inEveryLanguage(CARDS[name])).toMatchSnapshot();
  });
});

test('the star text is everywhere just as it was typed', () => {
  for (const [name, card] of Object.entries(CARDS)) {
    const text = inEveryLanguage(card);
    if (text.includes('Bürger'))
      expect(`${name}: ${text.split('Bürger*innen').length}`).toBe(`${name}: ${text.split(STAR).length}`);
  }
});
