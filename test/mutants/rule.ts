/** A rule of the product, and how the code looks when just that rule is broken. */
export interface Rule {
  /** `votes/tie`: unique, and the name by which one is tried alone. */
  readonly id: string;
  /** What would no longer hold, as a person would say it. */
  readonly rule: string;
  readonly file: string;
  /** Code that stands once in the file, and what stands there when the rule is broken. It still compiles as JavaScript. */
  readonly from: string;
  readonly to: string;
  /** The beginnings of the paths of the suites that have to notice. The fewer, the faster. */
  readonly suites: readonly string[];
  /** Why no test can notice, where that is so. */
  readonly survives?: string;
}

/** Rules that stand in one file, or are noticed by the same suites. */
export function rulesOf(
  area: string,
  file: string,
  suites: readonly string[],
  broken: Readonly<Record<string, readonly [rule: string, from: string, to: string]>>,
): readonly Rule[] {
  return Object.entries(broken).map(([name, [rule, from, to]]) => ({
    id: `${area}/${name}`,
    rule,
    file,
    from,
    to,
    suites,
  }));
}
