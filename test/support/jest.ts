/** How Jest is started: it loads ES modules only with Node's experimental flag. */
export const JEST: readonly string[] = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--config',
  'jest.config.mjs',
];
