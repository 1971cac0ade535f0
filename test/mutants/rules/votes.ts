/** What a vote decides, who casts which ballot, and when. */
import { rulesOf } from '../rule.ts';

const VOTE = ['test/unit/domain/vote/'];
const COURSE = ['test/unit/features/vote/'];

export const votes = [
  ...rulesOf('votes', 'src/domain/vote/chair.ts', VOTE, {
    'one-chair': ['Of two chairs none breaks a tie', 'if (!chair || others.length > 0)', 'if (!chair)'],
    'chair-in-person': [
      "A deputy's ballot for the chair breaks no tie",
      'ballot?.castBy === chair.holderId ? ballot : undefined',
      'ballot',
    ],
  }),
  ...rulesOf('votes', 'src/domain/vote/choice.ts', VOTE, {
    'choice-offered': [
      'Only a choice on the buttons is taken',
      "if (!rule.choices.includes(choice)) return 'notOffered';",
      '',
    ],
    'objection-reason': ['An objection needs a reason', "return choice === 'objection';", 'return false;'],
    'blank-reason': ['A reason of blanks is no reason', '!reason?.trim()', '!reason'],
  }),
  ...rulesOf('votes', 'src/domain/vote/majority.ts', VOTE, {
    'one-yes': ['Nothing is carried without a single Yes', 'Math.max(1, neededYes(', 'Math.max(0, neededYes('],
    'simple-majority': ['More Yes than No', 'return tally.no + 1;', 'return tally.no;'],
    'absolute-abstentions': [
      'Under an absolute majority abstentions count against',
      'return tally.no + tally.abstain + 1;',
      'return tally.no + 1;',
    ],
    'consent-concern': [
      'A concern is a voice in favour',
      "rule.majority.kind === 'consent' ? tally.yes + tally.concern : tally.yes",
      'tally.yes',
    ],
    'at-least': [
      'Two thirds are reached by exactly two thirds',
      "compare === 'atLeast' ? ceilDiv(product, divisor) : floorDiv(product, divisor) + 1",
      'floorDiv(product, divisor) + 1',
    ],
    'share-of-yes-no': [
      'A share of Yes and No leaves abstentions out',
      'return leastFor(p * tally.no, q - p);',
      'return leastFor(p * (tally.no + tally.abstain), q - p);',
    ],
    'share-of-roll': [
      'A share of the roll leaves the recused out',
      'return leastFor(p * (tally.roll - tally.recused), q);',
      'return leastFor(p * tally.roll, q);',
    ],
  }),
  ...rulesOf('votes', 'src/domain/vote/outcome.ts', VOTE, {
    'casting-vote-quorate': [
      'Below the quorum the chair decides nothing',
      'quorum.met && tie ? castingVoteOf',
      'tie ? castingVoteOf',
    ],
    'casting-vote-rule': [
      'The chair decides a tie only under that rule',
      "if (rule.advisory || rule.tie !== 'chairDecides') return null;",
      'if (rule.advisory) return null;',
    ],
    'casting-vote-abstains': [
      "The chair's abstention breaks no tie",
      "return chair?.choice === 'yes' || chair?.choice === 'no' ? chair.choice : null;",
      'return chair?.choice ?? null;',
    ],
    advisory: ['A straw poll resolves nothing', "if (rule.advisory) return 'noResolution';", ''],
    quorum: ['Below the quorum nothing is decided', "if (!quorate) return 'notQuorate';", ''],
    objection: [
      'One objection sends the item back',
      "if (rule.majority.kind === 'consent' && tally.objection > 0) return 'objected';",
      '',
    ],
  }),
  ...rulesOf('votes', 'src/domain/vote/quorum.ts', VOTE, {
    'more-than-half': ['More than half of six are four', 'Math.floor(base / 2) + 1', 'Math.ceil(base / 2)'],
    'empty-roll': ['An empty roll is never quorate', 'Math.max(1, Math.ceil(base / 2))', 'Math.ceil(base / 2)'],
    'quorum-base': [
      'Of whom the quorum is asked, the rule says',
      "rule.quorum.base === 'roll' ? roll : roll - recused",
      'roll',
    ],
    silence: [
      'Silence is no presence, unless the rule says so',
      "(rule.silence === 'consents' ? tally.notVoted : 0)",
      'tally.notVoted',
    ],
  }),
  ...rulesOf('votes', 'src/domain/vote/roll.ts', VOTE, {
    'own-seat-first': [
      'Nobody casts the ballots of two seats',
      'const seat = own ?? seats.find',
      'const seat = seats.find',
    ],
    'recused-votes-not': [
      'Whoever is recused has no ballot',
      "if (seat.recused) return { may: false, why: 'recused' };",
      '',
    ],
    'deputy-acts': [
      'While a deputy acts the holder does not',
      "if (own && own.deputyId !== null) return { may: false, why: 'deputyActs' };",
      '',
    ],
    'holder-no-deputy': [
      'A holder is deputy for nobody',
      "if (seats.some((other) => other.holderId === deputy)) return 'holdsSeat';",
      '',
    ],
    'one-deputy-seat': [
      'A deputy stands in for one seat',
      "if (seats.some((other) => other !== seat && other.deputyId === deputy)) return 'deputyElsewhere';",
      '',
    ],
  }),
  ...rulesOf('votes', 'src/domain/vote/tally.ts', VOTE, {
    'last-counts': ['The last ballot counts', 'act.sequence > earlier.sequence', 'act.sequence < earlier.sequence'],
    'recused-not-counted': [
      'A ballot of the recused is void',
      'seats.filter((seat) => !seat.recused).map((seat) => seat.holderId)',
      'seats.map((seat) => seat.holderId)',
    ],
    'taken-back': ['A ballot taken back counts no more', 'return act.choice !== null;', 'return true;'],
  }),
  ...rulesOf('votes', 'src/domain/vote/rule.ts', VOTE, {
    'secrecy-chair': [
      'Where one ballot decides no vote is confidential',
      "rule.majority.kind !== 'consent' && rule.tie !== 'chairDecides'",
      "rule.majority.kind !== 'consent'",
    ],
    'second-call': [
      'A second call needs no quorum',
      "quorum: { ...rule.quorum, kind: 'none' }, call: 'second'",
      "call: 'second'",
    ],
  }),
  ...rulesOf('votes', 'src/features/vote/acts/cast.ts', COURSE, {
    'secret-reason': [
      'No reason in a confidential vote',
      'if (vote.rule.secret && reason !== null)',
      'if (reason === undefined)',
    ],
    'deputy-repeats': [
      'The chair repeating the ballot of the deputy casts it in person',
      'earlier.choice === choice && earlier.castBy === caller.person.id &&',
      'earlier.choice === choice &&',
    ],
    'repeat-keeps-reason': [
      'A press repeats a choice and keeps the reason',
      '(reason === null || reason === earlier.reason)',
      'reason === earlier.reason',
    ],
  }),
  ...rulesOf('votes', 'src/features/vote/read/meant.ts', COURSE, {
    'over-by-clock': [
      'No ballot after the end, however late the closing comes',
      "if (isOver(vote, caller.process, caller.now)) refuse('vote.isOver', { id });",
      '',
    ],
    'closed-takes-none': [
      'No ballot after the closing',
      "if (vote.state === 'closed') refuse('vote.isClosed', { id });",
      '',
    ],
    'on-the-minute': ['At the end it is over', 'return now >= closesAt(', 'return now > closesAt('],
  }),
  ...rulesOf('votes', 'src/features/vote/acts/extend.ts', COURSE, {
    'extend-once': ['A vote is extended once', "if (before.extended) refuse('vote.extendedBefore', { id });", ''],
    'extend-later': [
      'Only to a later day',
      '<= closesAt(before.deadline, process.zone)',
      '< closesAt(before.deadline, process.zone)',
    ],
  }),
  ...rulesOf('votes', 'src/features/vote/acts/deputy.ts', COURSE, {
    'seat-voted': [
      'No deputy for a seat that has voted',
      'if (standingBallots(acts).has(holderId))',
      'if (holderId === null)',
    ],
    'deputy-of-seat': [
      'Only the deputy of just this seat',
      "member.role === 'deputy' && member.deputyOf === holder",
      "member.role === 'deputy'",
    ],
  }),
  ...rulesOf('votes', 'src/features/vote/acts/putToVote.ts', COURSE, {
    'submitted-only': [
      'Only what was submitted is voted on',
      "if (result.state !== 'submitted') refuse('vote.resultNotSubmitted', { id });",
      '',
    ],
    'one-open': [
      'One vote on a result at a time',
      "if (open) refuse('vote.alreadyOpen'",
      "if (!id) refuse('vote.alreadyOpen'",
    ],
    'no-secret-poll': [
      'No poll of a confidential vote',
      'polls: caller.process.polls && !motion.rule.secret',
      'polls: caller.process.polls',
    ],
  }),
  ...rulesOf('votes', 'src/features/vote/cards/progress.ts', ['test/golden/vote', ...COURSE], {
    'few-hidden': ['Of one or two confidential ballots nothing is said', 'done < FEWEST_SHOWN', 'done < 0'],
  }),
  ...rulesOf('votes', 'src/features/vote/cards/named.ts', ['test/golden/vote', ...COURSE], {
    'secret-names': ['Nobody is named after a confidential vote', 'if (view.vote.rule.secret) return [];', ''],
  }),
];
