/** TypeScript is stripped, not checked, here: `npm run types` checks it. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } } }] },
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/test/passed-failed-reporter.ts'],
}
