/** How many Yes votes carry a motion: whole numbers only, because percentages in floating point decide wrongly. */
import type { Majority, Rule } from './rule.ts';
import type { Tally } from './tally.ts';

/** Yes votes (in a consent round: voices in favour) needed beside the other ballots as cast, and how many more. */
export interface MajorityCheck {
  readonly needed: number;
  readonly missing: number;
}

/** The majority a rule asks for beside the other ballots as they are. Nothing is ever carried without a single Yes. */
export function majorityOf(tally: Tally, rule: Rule): MajorityCheck {
  const needed = Math.max(1, neededYes(rule.majority, tally));
  const inFavour = rule.majority.kind === 'consent' ? tally.yes + tally.concern : tally.yes;
  return { needed, missing: Math.max(0, needed - inFavour) };
}

function neededYes(majority: Majority, tally: Tally): number {
  switch (majority.kind) {
    case 'simple':
      return tally.no + 1;
    case 'absolute':
      return tally.no + tally.abstain + 1;
    case 'fraction':
      return neededShare(majority, tally);
    case 'consent':
      return 1;
    default:
      return majority satisfies never;
  }
}

type Fraction = Extract<Majority, { kind: 'fraction' }>;

/**
 * Yes/base >= p/q. Where each further Yes also enlarges the base (base = Yes + others) that is Yes*(q-p) >= p*others.
 *
 * @throws RangeError if the share is not a fraction of whole numbers strictly between 0 and 1
 */
function neededShare({ numerator: p, denominator: q, base, compare }: Fraction, tally: Tally): number {
  if (!Number.isSafeInteger(p) || !Number.isSafeInteger(q) || p <= 0 || p >= q) {
    throw new RangeError(`A majority of ${p}/${q} is not a fraction between 0 and 1`);
  }
  const leastFor = (product: number, divisor: number) =>
    compare === 'atLeast' ? ceilDiv(product, divisor) : floorDiv(product, divisor) + 1;
  switch (base) {
    case 'yesNo':
      return leastFor(p * tally.no, q - p);
    case 'cast':
      return leastFor(p * (tally.no + tally.abstain), q - p);
    case 'rollMinusRecused':
      return leastFor(p * (tally.roll - tally.recused), q);
    default:
      return base satisfies never;
  }
}

/** Exact for whole numbers of at least 0, unlike rounding a quotient. */
function floorDiv(product: number, divisor: number): number {
  return (product - (product % divisor)) / divisor;
}

function ceilDiv(product: number, divisor: number): number {
  return floorDiv(product + divisor - 1, divisor);
}
