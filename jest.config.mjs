/** Two projects: `fast` needs no server; `integration` runs against real ones (see test/integration/run.ts). */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  // Jest loads modules itself and sees no hooks; the product's own guard is tried in test/integration/matrix/.
  moduleNameMapper: { '^@matrix-org/matrix-sdk-crypto-nodejs$': '<rootDir>/adapters/matrix/crypto/absent.cjs' },
  transform: { '\\.ts$': '<rootDir>/test/support/stripTypes.mjs' },
};
export default {
  projects: [
    {
      ...shared,
      displayName: 'fast',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/integration/'],
    },
    { ...shared, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.test.ts'] },
  ],
  reporters: ['default', '<rootDir>/test/support/countReporter.mjs'],
  testTimeout: 30_000,
};
