/** What is wrong with the configuration, ready to be printed for operators. */
export class ConfigError extends Error {
  /** One sentence each; never with the value of a secret. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
