import { describe, expect, test } from '@jest/globals';
import { sentence } from '../../src/cards/build.ts';
import type { Membership } from '../../src/domain/group/group.ts';
import type { ContributionId, GroupId, PersonId, ProcessId, RoundId } from '../../src/domain/ids.ts';
import type { StakeholderKind } from '../../src/domain/person/stakeholder.ts';
import type { Contribution, InputRound } from '../../src/domain/round/inputRound.ts';
import { participationOf } from '../../src/domain/round/participation.ts';
import { localDate } from '../../src/domain/time/calendar.ts';
import { contributionLine } from '../../src/features/round/cards/contributionLine.ts';
import { nudgeCard } from '../../src/features/round/cards/nudgeCard.ts';
import { receiptCard } from '../../src/features/round/cards/receiptCard.ts';
import { reopenedCard } from '../../src/features/round/cards/reopenedCard.ts';
import { roundAnswer } from '../../src/features/round/cards/roundAnswer.ts';
import { type RoundView, roundCard } from '../../src/features/round/cards/roundCard.ts';
import { roundListCard, shownContributionCard, shownRoundCard } from '../../src/features/round/cards/shownCards.ts';
import { summaryCard } from '../../src/features/round/cards/summaryCard.ts';
import { unheardCard } from '../../src/features/round/cards/unheardCard.ts';
import { inEveryLanguage, STAR } from '../support/goldens.ts';

const LEAD = 1 as PersonId;
const MEMBER = 2 as PersonId;
const GONE = 3 as PersonId;
const names = new Map([
  [LEAD, 'Leitung AG Bildung'],
  [MEMBER, 'Mitglied AG Bildung'],
]);
const given = new Date('2027-01-12T09:00:00Z');

const named: InputRound = {
  id: 1 as RoundId,
  processId: 1 as ProcessId,
  groupId: 1 as GroupId,
  number: 2,
  question: STAR,
  anonymity: 'named',
  deadline: { date: localDate('2027-01-29'), time: null },
  state: 'open',
  openedBy: LEAD,
  openedAt: new Date('2027-01-11T08:00:00Z'),
  closedAt: null,
  closedAtDatabase: null,
};
const anonymous: InputRound = { ...named, anonymity: 'anonymous' };
const closed = { state: 'closed', closedAt: new Date('2027-01-29T23:00:00Z') } as const;

const own = contribution(1, MEMBER, { kind: 'education', text: STAR });
const forOthers = contribution(2, LEAD, { behalfOf: 'Elternbeirat', text: 'Die Kurse sind zu weit weg.' });
const ofSomebodyGone = contribution(4, GONE, { text: 'Zwei Zeilen,\ndie zusammengehören.' });
const contributions = [own, forOthers, contribution(3, MEMBER, { withdrawnAt: given }), ofSomebodyGone];

function contribution(number: number, personId: PersonId, change: Partial<Contribution>): Contribution {
  const empty = { behalfOf: null, kind: null, text: 'Text', createdAt: given, editedAt: null, withdrawnAt: null };
  return { id: number as ContributionId, roundId: named.id, number, personId, ...empty, ...change };
}

function member(personId: PersonId, kind: StakeholderKind | null): Membership {
  return { groupId: named.groupId, personId, role: 'member', deputyOf: null, kind, organisation: null };
}

function view(round: InputRound, words: readonly Contribution[] = contributions): RoundView {
  const members = [member(LEAD, 'administration'), member(MEMBER, 'education'), member(GONE, null)];
  return {
    round,
    group: { name: 'AG Bildung & Sprache' },
    zone: 'Europe/Berlin',
    participation: participationOf(members, words),
  };
}

describe('the cards of an input round', () => {
  test('in the room, named', () => {
    expect(inEveryLanguage((say) => roundCard(say, view(named)))).toMatchSnapshot();
  });

  test('in the room, anonymous and still without an answer', () => {
    expect(inEveryLanguage((say) => roundCard(say, view(anonymous, [])))).toMatchSnapshot();
  });

  test('in the room, after its end', () => {
    expect(inEveryLanguage((say) => roundCard(say, view({ ...named, ...closed })))).toMatchSnapshot();
  });

  test('the summary of a named round', () => {
    expect(inEveryLanguage((say) => summaryCard(say, view({ ...named, ...closed }), names))).toMatchSnapshot();
  });

  test('the summary of an anonymous round, without names and kinds', () => {
    const text = inEveryLanguage((say) => summaryCard(say, view({ ...anonymous, ...closed }), names));

    expect(text).toMatchSnapshot();
    for (const trace of [...names.values(), 'Elternbeirat', 'Bildung:', 'Education:'])
      expect(text).not.toContain(trace);
  });

  test('the summary of a round without contributions', () => {
    expect(inEveryLanguage((say) => summaryCard(say, view({ ...named, ...closed }, []), names))).toMatchSnapshot();
  });

  test.each(['halfTime', 'lastCall', 'reopened'] as const)('the question to one who has not answered: %s', (stage) => {
    expect(inEveryLanguage((say) => nudgeCard(say, view(named), stage))).toMatchSnapshot();
  });

  test('the notice that a round is open again', () => {
    expect(inEveryLanguage((say) => reopenedCard(say, view(anonymous)))).toMatchSnapshot();
  });

  test('the word to the coordinator about kinds nobody was heard of', () => {
    expect(inEveryLanguage((say) => unheardCard(say, view(named), ['migrantOrganisations']))).toMatchSnapshot();
    expect(inEveryLanguage((say) => unheardCard(say, view(named), ['citizens', 'unions']))).toMatchSnapshot();
  });

  test.each(['given', 'edited', 'withdrawn'] as const)('the receipt of a contribution %s', (what) => {
    expect(inEveryLanguage((say) => receiptCard(say, named, own, what))).toMatchSnapshot();
  });

  test('the receipt of what was recorded for somebody else', () => {
    expect(inEveryLanguage((say) => receiptCard(say, named, forOthers, 'given'))).toMatchSnapshot();
    expect(inEveryLanguage((say) => receiptCard(say, anonymous, forOthers, 'given'))).toMatchSnapshot();
  });

  test('an open round shown to a member: their own words and nobody else’s', () => {
    const text = inEveryLanguage((say) => shownRoundCard(say, view(named), [own], names));

    expect(text).toMatchSnapshot();
    expect(text).not.toContain(forOthers.text);
  });

  test('a closed round shown to a member', () => {
    expect(inEveryLanguage((say) => shownRoundCard(say, view({ ...named, ...closed }), [], names))).toMatchSnapshot();
  });

  test('one contribution shown to its giver', () => {
    expect(inEveryLanguage((say) => shownContributionCard(say, anonymous, own, true, names))).toMatchSnapshot();
  });

  test('the list of rounds, and an empty one', () => {
    const views = [view({ ...named, ...closed, number: 3 }), view(named)];

    expect(inEveryLanguage((say) => roundListCard(say, views))).toMatchSnapshot();
    expect(inEveryLanguage((say) => roundListCard(say, []))).toMatchSnapshot();
  });

  test('a contribution of somebody who was erased keeps its words and loses the name', () => {
    expect(inEveryLanguage((say) => sentence(contributionLine(say, named, ofSomebodyGone, names)))).toMatchSnapshot();
  });
});

describe('the answer to whoever opened a round', () => {
  const occasion = { today: localDate('2027-01-11'), calendar: { region: 'BY-KATH', closedDays: [] } } as const;

  test('is left out where the room shows the card and the day is an ordinary one', () => {
    const texts = inEveryLanguage((say) => {
      expect(roundAnswer(say, named, 'opened', { ...occasion, seen: true })).toBeNull();
      return roundAnswer(say, named, 'opened', { ...occasion, seen: false }) ?? sentence('');
    });

    expect(texts).toMatchSnapshot();
  });

  test('speaks up about a deadline on a day off', () => {
    const sunday = { ...named, deadline: { date: localDate('2027-01-31'), time: null } };

    const texts = inEveryLanguage(
      (say) => roundAnswer(say, sunday, 'opened', { ...occasion, seen: true }) ?? sentence(''),
    );

    expect(texts).toMatchSnapshot();
  });
});
