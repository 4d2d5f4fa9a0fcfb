/** TypeScript is stripped, not checked, here: `npm run types` checks it. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } } }] },
  testTimeout: 30_000,
  // Jest leaves one core idle by itself; on two cores that made the run 165 s instead of 95.
  maxWorkers: '100%',
  reporters: ['default', '<rootDir>/test/passed-failed-reporter.ts'],
}
