/** A rule and an outcome as sentences: keys of the message catalogues with their numbers, in reading order. */
import type { Outcome } from '../../domain/vote/outcome.ts';
import { quorumBase, quorumNeeded } from '../../domain/vote/quorum.ts';
import type { Rule } from '../../domain/vote/rule.ts';
import type { Tally } from '../../domain/vote/tally.ts';
import { message, type Said } from '../messages.ts';

/** What people are told before they vote: when it is adopted, what abstaining does, who must take part, what a tie means. */
export function describeRule(rule: Rule, rollSize: number, recused = 0): readonly Said[] {
  return [
    ...(rule.advisory ? [message('rule.advisory')] : [...describeMajority(rule), ...describeAbstention(rule)]),
    ...describeQuorum(rule, rollSize, recused),
    ...(rule.majority.kind === 'simple' && !rule.advisory ? [message(`rule.tie.${rule.tie}`)] : []),
    message(`rule.recusal.${rule.quorum.kind === 'none' ? 'noBallot' : rule.quorum.base}`),
    ...(rule.secret ? [message('rule.secret')] : []),
  ];
}

function describeMajority({ majority, silence }: Rule): Said[] {
  switch (majority.kind) {
    case 'simple':
    case 'absolute':
      return [message(`rule.majority.${majority.kind}`)];
    case 'fraction': {
      const { compare, numerator, denominator, base } = majority;
      return [message('rule.majority.fraction', { compare, numerator, denominator, base })];
    }
    case 'consent':
      return [message('rule.majority.consent'), message('rule.objection'), message(`rule.silence.${silence}`)];
    default:
      return majority satisfies never;
  }
}

function describeAbstention({ choices, majority, quorum }: Rule): Said[] {
  if (majority.kind === 'consent') return [];
  if (!choices.includes('abstain')) return [message('rule.abstain.none')];
  const base = majority.kind === 'fraction' ? majority.base : majority.kind;
  switch (base) {
    case 'simple':
    case 'yesNo':
      return [message(quorum.kind === 'none' ? 'rule.abstain.ignored' : 'rule.abstain.quorumOnly')];
    case 'absolute':
    case 'cast':
      return [message('rule.abstain.asNo')];
    case 'rollMinusRecused':
      return [message('rule.abstain.silenceAsNo')];
    default:
      return base satisfies never;
  }
}

function describeQuorum(rule: Rule, rollSize: number, recused: number): Said[] {
  const { kind } = rule.quorum;
  if (rule.call === 'second') return [message('rule.quorum.secondCall')];
  if (rule.silence === 'consents' || rule.advisory) return [];
  if (kind === 'none') return [message('rule.quorum.none')];
  const base = quorumBase(rule, rollSize, recused);
  return [message('rule.quorum.needed', { kind, needed: quorumNeeded(kind, base), base })];
}

/** What people are told afterwards: the verdict, what was missing, and the four numbers. */
export function describeOutcome(outcome: Outcome, tally: Tally, rule: Rule): readonly Said[] {
  return [describeVerdict(outcome, tally, rule), ...describeMissing(outcome, rule), describeNumbers(tally, rule)];
}

function describeVerdict(outcome: Outcome, tally: Tally, rule: Rule): Said {
  const { result, castingVote, tie, quorum } = outcome;
  const { yes, no, concern, objection } = tally;
  switch (result) {
    case 'notQuorate':
      return message('outcome.notQuorate', { present: quorum.present, base: quorum.base, needed: quorum.needed });
    case 'objected':
      return message('outcome.objected', { objection });
    case 'noResolution':
      return message('outcome.noResolution', { yes, no });
    case 'adopted':
    case 'rejected':
      if (rule.majority.kind === 'consent') return message(`outcome.${result}.consent`, { concern });
      if (castingVote) return message(`outcome.${result}.chair`, { yes, no });
      return tie ? message('outcome.rejected.tie', { yes, no }) : message(`outcome.${result}`, { yes, no });
    default:
      return result satisfies never;
  }
}

function describeMissing({ result, quorum, majority }: Outcome, rule: Rule): Said[] {
  if (result === 'notQuorate' && quorum.base > 0) {
    return [message('outcome.missing.ballots', { missing: quorum.needed - quorum.present })];
  }
  if (result === 'rejected' && rule.majority.kind !== 'consent') {
    return [message('outcome.missing.yes', { missing: majority.missing })];
  }
  return [];
}

/** Roll, recused, cast and not voted are always said, so that nobody has to guess what a share refers to. */
function describeNumbers(tally: Tally, rule: Rule): Said {
  const { roll, recused, cast, notVoted, yes, no, abstain, concern, objection } = tally;
  const four = { roll, recused, cast, notVoted };
  if (rule.majority.kind === 'consent') return message('outcome.numbers.consent', { ...four, yes, concern, objection });
  if (!rule.choices.includes('abstain')) return message('outcome.numbers.yesNo', { ...four, yes, no });
  return message('outcome.numbers', { ...four, yes, no, abstain });
}

/** Whether the recusals changed the result, if recused seats had voted ({@link recusalDecisive}). */
export function describeRecusal(decisive: boolean | null): readonly Said[] {
  return decisive === null ? [] : [message(decisive ? 'outcome.recusal.decisive' : 'outcome.recusal.notDecisive')];
}
