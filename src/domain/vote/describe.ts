/** A rule and an outcome as sentences: keys of the message catalogues with their numbers, in reading order. */
import type { Outcome } from './outcome.ts';
import { quorumBase, quorumNeeded } from './quorum.ts';
import type { Rule } from './rule.ts';
import type { Tally } from './tally.ts';

export interface Sentence {
  readonly key: string;
  readonly params: Readonly<Record<string, number | string>>;
}

function sentence(key: string, params: Sentence['params'] = {}): Sentence {
  return { key, params };
}

/** What people are told before they vote: when it is adopted, what abstaining does, who must take part, what a tie means. */
export function describeRule(rule: Rule, rollSize: number, recused = 0): readonly Sentence[] {
  return [
    ...(rule.advisory ? [sentence('rule.advisory')] : [...describeMajority(rule), ...describeAbstention(rule)]),
    ...describeQuorum(rule, rollSize, recused),
    ...(rule.majority.kind === 'simple' && !rule.advisory ? [sentence(`rule.tie.${rule.tie}`)] : []),
    sentence(`rule.recusal.${rule.quorum.kind === 'none' ? 'noBallot' : rule.quorum.base}`),
    ...(rule.secret ? [sentence('rule.secret')] : []),
  ];
}

function describeMajority({ majority, silence }: Rule): Sentence[] {
  switch (majority.kind) {
    case 'simple':
    case 'absolute':
      return [sentence(`rule.majority.${majority.kind}`)];
    case 'fraction': {
      const { compare, numerator, denominator, base } = majority;
      return [sentence('rule.majority.fraction', { compare, numerator, denominator, base })];
    }
    case 'consent':
      return [sentence('rule.majority.consent'), sentence('rule.objection'), sentence(`rule.silence.${silence}`)];
    default:
      return majority satisfies never;
  }
}

function describeAbstention({ choices, majority, quorum }: Rule): Sentence[] {
  if (majority.kind === 'consent') return [];
  if (!choices.includes('abstain')) return [sentence('rule.abstain.none')];
  const base = majority.kind === 'fraction' ? majority.base : majority.kind;
  switch (base) {
    case 'simple':
    case 'yesNo':
      return [sentence(quorum.kind === 'none' ? 'rule.abstain.ignored' : 'rule.abstain.quorumOnly')];
    case 'absolute':
    case 'cast':
      return [sentence('rule.abstain.asNo')];
    case 'rollMinusRecused':
      return [sentence('rule.abstain.silenceAsNo')];
    default:
      return base satisfies never;
  }
}

function describeQuorum(rule: Rule, rollSize: number, recused: number): Sentence[] {
  const { kind } = rule.quorum;
  if (rule.call === 'second') return [sentence('rule.quorum.secondCall')];
  if (rule.silence === 'consents' || rule.advisory) return [];
  if (kind === 'none') return [sentence('rule.quorum.none')];
  const base = quorumBase(rule, rollSize, recused);
  return [sentence('rule.quorum.needed', { kind, needed: quorumNeeded(kind, base), base })];
}

/** What people are told afterwards: the verdict, what was missing, and the four numbers. */
export function describeOutcome(outcome: Outcome, tally: Tally, rule: Rule): readonly Sentence[] {
  return [describeVerdict(outcome, tally, rule), ...describeMissing(outcome, rule), describeNumbers(tally, rule)];
}

function describeVerdict(outcome: Outcome, tally: Tally, rule: Rule): Sentence {
  const { result, castingVote, tie, quorum } = outcome;
  const { yes, no, concern, objection } = tally;
  switch (result) {
    case 'notQuorate':
      return sentence('outcome.notQuorate', { present: quorum.present, base: quorum.base, needed: quorum.needed });
    case 'objected':
      return sentence('outcome.objected', { objection });
    case 'noResolution':
      return sentence('outcome.noResolution', { yes, no });
    case 'adopted':
    case 'rejected':
      if (rule.majority.kind === 'consent') return sentence(`outcome.${result}.consent`, { concern });
      if (castingVote) return sentence(`outcome.${result}.chair`, { yes, no });
      return tie ? sentence('outcome.rejected.tie', { yes, no }) : sentence(`outcome.${result}`, { yes, no });
    default:
      return result satisfies never;
  }
}

function describeMissing({ result, quorum, majority }: Outcome, rule: Rule): Sentence[] {
  if (result === 'notQuorate' && quorum.base > 0) {
    return [sentence('outcome.missing.ballots', { missing: quorum.needed - quorum.present })];
  }
  if (result === 'rejected' && rule.majority.kind !== 'consent') {
    return [sentence('outcome.missing.yes', { missing: majority.missing })];
  }
  return [];
}

/** Roll, recused, cast and not voted are always said, so that nobody has to guess what a share refers to. */
function describeNumbers(tally: Tally, rule: Rule): Sentence {
  const { roll, recused, cast, notVoted, yes, no, abstain, concern, objection } = tally;
  const four = { roll, recused, cast, notVoted };
  if (rule.majority.kind === 'consent')
    return sentence('outcome.numbers.consent', { ...four, yes, concern, objection });
  if (!rule.choices.includes('abstain')) return sentence('outcome.numbers.yesNo', { ...four, yes, no });
  return sentence('outcome.numbers', { ...four, yes, no, abstain });
}

/** Whether the recusals changed the result, if recused seats had voted ({@link recusalDecisive}). */
export function describeRecusal(decisive: boolean | null): readonly Sentence[] {
  return decisive === null ? [] : [sentence(decisive ? 'outcome.recusal.decisive' : 'outcome.recusal.notDecisive')];
}
